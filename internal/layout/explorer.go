package layout

import (
	"fmt"
	"html/template"
	"slices"
	"strings"

	"signpost/internal/explorer"
	"signpost/internal/site"
)

// Explorer returns all specialties, to be filtered and compared.
func (v *View) Explorer() *explorer.Explorer { return explorer.Of(v.Site) }

// sorting are the tools that sort and compare the pages of a folder, in the order in which they are offered.
var sorting = []string{"explorer", "compare", "map", "shortlist"}

// Tools returns the other pages that hold a tool for the pages of this one's folder, and the shortlist, which is for all.
func (v *View) Tools() []*site.Page {
	folder := func(p *site.Page) string {
		top, _, _ := strings.Cut(p.Path, "/")
		return top
	}
	everywhere := documentOf(v.Page) == "shortlist"
	var found []*site.Page
	for _, p := range v.Site.OfKind("section") {
		document := documentOf(p)
		if p != v.Page && slices.Contains(sorting, document) && (everywhere || document == "shortlist" || folder(p) == folder(v.Page)) {
			found = append(found, p)
		}
	}
	slices.SortStableFunc(found, func(a, b *site.Page) int {
		return slices.Index(sorting, documentOf(a)) - slices.Index(sorting, documentOf(b))
	})
	return found
}

// Tool returns the address of the page with a tool, "" if the site has none.
func (v *View) Tool(name string) string {
	for _, p := range v.Tools() {
		if documentOf(p) == name {
			return p.Address
		}
	}
	return ""
}

// data prints what a script reads from its page. JSON's own escapes keep it from ending the element.
func data(from interface{ JSON() ([]byte, error) }) (template.JS, error) {
	text, err := from.JSON()
	return template.JS(text), err
}

// Comparison returns the pages that this one puts side by side.
func (v *View) Comparison() (*explorer.Table, error) {
	if t := explorer.Comparison(v.Site, v.Page); t != nil {
		return t, nil
	}
	return nil, fmt.Errorf("%s: there is nothing to compare in its folder", v.Page.File)
}

// Unknown is what readers see where nothing is confirmed.
func (v *View) Unknown() string {
	if e := v.Site.Tree.Explorer; e != nil {
		return e.Words.Unknown
	}
	return "Not confirmed"
}

// Maps returns the drawings of all specialties.
func (v *View) Maps() *explorer.Maps { return explorer.MapsOf(v.Site) }
