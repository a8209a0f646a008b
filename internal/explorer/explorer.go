// Package explorer prepares specialties, skills and careers for being filtered, compared and drawn: as data for the
// explorer's script, as tables, and as maps.
package explorer

import (
	"cmp"
	"encoding/json"
	"path"
	"slices"
	"strings"

	"signpost/internal/content"
	"signpost/internal/site"
)

// group is the facet that the site itself adds: pages name their group, and the groups' pages have the words.
const group = "group"

// Explorer is all specialties of a site and the facets by which they are told apart.
type Explorer struct {
	Facets  []Facet
	Wishes  []content.Wish
	Words   content.ExplorerWords
	Entries []Entry // from A to Z
	byPage  map[*site.Page]int
}

// Facet is a facet with the values that can be chosen. Unsure says that some specialty's value is not known.
type Facet struct {
	content.Facet
	Unsure bool
}

// Entry is one specialty; Values has the id of its value for each facet, "" where it is not known.
type Entry struct {
	Page   *site.Page
	ID     string
	Values []string
	Facts  []Fact
}

// Fact is a facet and a specialty's value of it, in words.
type Fact struct{ Name, Text string }

// Of returns the explorer of a site. A site without content/explorer.yaml has one without facets.
func Of(s *site.Site) *Explorer {
	x := &Explorer{byPage: map[*site.Page]int{}}
	e := s.Tree.Explorer
	if e != nil {
		x.Wishes, x.Words = e.Wishes, e.Words
	}
	x.Facets = facetsOf(s, e)
	for _, p := range s.OfKind("specialty") {
		own, ok := p.Own.(*content.Specialty)
		if !ok {
			continue
		}
		entry := Entry{Page: p, ID: path.Base(p.Path)}
		for i := range x.Facets {
			f := &x.Facets[i]
			value := own.Group.Text
			if f.ID != group {
				value = e.Value(own, f.ID)
			}
			f.Unsure = f.Unsure || value == ""
			entry.Values = append(entry.Values, value)
			entry.Facts = append(entry.Facts, Fact{f.Name, f.text(own, value, x.Words.Unknown)})
		}
		x.Entries = append(x.Entries, entry)
	}
	slices.SortStableFunc(x.Entries, func(a, b Entry) int {
		return cmp.Or(cmp.Compare(strings.ToLower(a.Page.Title), strings.ToLower(b.Page.Title)), cmp.Compare(a.ID, b.ID))
	})
	for i, entry := range x.Entries {
		x.byPage[entry.Page] = i
	}
	return x
}

// facetsOf returns the groups as a facet, and then the facets of the file.
func facetsOf(s *site.Site, e *content.Explorer) []Facet {
	if e == nil {
		return nil
	}
	groups := Facet{Facet: content.Facet{ID: group, Name: e.Words.Group}}
	for _, p := range s.OfKind("group") {
		if len(p.Children) > 0 {
			groups.Values = append(groups.Values, content.FacetValue{ID: path.Base(p.Path), Text: p.Title})
		}
	}
	facets := []Facet{groups}
	for _, f := range e.Facets {
		facets = append(facets, Facet{Facet: f})
	}
	return facets
}

// text returns a value in words. Of years, the page's own words say more than the value they fall into.
func (f *Facet) text(own *content.Specialty, value, unknown string) string {
	if value == "" {
		return unknown
	}
	if f.ID == "years" {
		return own.Years
	}
	for _, v := range f.Values {
		if v.ID == value {
			return v.Text
		}
	}
	return value
}

// Facet returns the facet with an id, or nil.
func (x *Explorer) Facet(id string) *Facet {
	for i := range x.Facets {
		if x.Facets[i].ID == id {
			return &x.Facets[i]
		}
	}
	return nil
}

// data is the contract with assets/scripts/explorer: what the script cannot read off the page.
type data struct {
	Facets  []content.Facet       `json:"facets"`
	Wishes  []content.Wish        `json:"wishes"`
	Words   content.ExplorerWords `json:"words"`
	Entries []dataEntry           `json:"entries"`
}

// dataEntry is one specialty. Of each facet, in order, it holds the place of its value in the facet's list, -1 for not known.
type dataEntry struct {
	ID     string  `json:"id"`
	Title  string  `json:"title"`
	Values []int   `json:"values"`
	Years  float64 `json:"years,omitempty"`
	Find   string  `json:"find,omitempty"` // other names and tags, for the text filter
}

// JSON returns the data for the explorer's script, on one line.
func (x *Explorer) JSON() ([]byte, error) {
	d := data{Facets: []content.Facet{}, Wishes: x.Wishes, Words: x.Words, Entries: []dataEntry{}}
	for _, f := range x.Facets {
		d.Facets = append(d.Facets, f.Facet)
	}
	for _, e := range x.Entries {
		own := e.Page.Own.(*content.Specialty)
		years, _ := content.Years(own.Years)
		one := dataEntry{
			ID: e.ID, Title: e.Page.Title, Years: years,
			Find: unsaid(e.Page.Title+" "+e.Page.Summary, slices.Concat(own.AlsoKnownAs, e.Page.Tags)),
		}
		for i, value := range e.Values {
			one.Values = append(one.Values, slices.IndexFunc(x.Facets[i].Values, func(v content.FacetValue) bool { return v.ID == value }))
		}
		d.Entries = append(d.Entries, one)
	}
	return json.Marshal(d)
}

// unsaid joins the names that neither the text nor a name before holds: the text filter finds a word within another.
func unsaid(text string, names []string) string {
	said := strings.ToLower(text)
	names = slices.DeleteFunc(names, func(name string) bool {
		name = strings.ToLower(name)
		known := strings.Contains(said, name)
		said += "; " + name
		return known
	})
	return strings.Join(names, "; ")
}

// Pages returns the specialties' pages, from A to Z.
func (x *Explorer) Pages() []*site.Page {
	pages := make([]*site.Page, len(x.Entries))
	for i, e := range x.Entries {
		pages[i] = e.Page
	}
	return pages
}

// Entry returns the entry of a specialty's page.
func (x *Explorer) Entry(p *site.Page) Entry {
	return x.Entries[x.byPage[p]]
}
