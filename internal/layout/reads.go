package layout

import (
	"reflect"

	"signpost/internal/content"
	"signpost/internal/site"
)

// Reads notes what a page's document was printed from besides the page itself and what all pages share: its header,
// footer, style sheets and the words of site.yaml. While all that stays the same, so does the document. The press sees
// every field and method that a template names, and what it does not know counts as having read everything.
type Reads struct {
	// Pages are the other pages that were read from: true where more than their front matter and headings was.
	Pages map[*site.Page]bool
	// Paths are those that were looked up and may lead to no page.
	Paths []string
	// Site says what was read of pages that nobody can name.
	Site Breadth

	own  *site.Page
	last *site.Page // spares most look-ups: a list names several fields of one page after the other
}

// Breadth is how much was read of the site as a whole.
type Breadth int

// The breadths: nothing, the front matter and headings of any page, or anything at all.
const (
	Nothing Breadth = iota
	Cards
	Anything
)

func (r *Reads) widen(to Breadth) { r.Site = max(r.Site, to) }

// page notes that something of a page was read.
func (r *Reads) page(p *site.Page, deep bool) {
	if p == r.own || p == nil || p == r.last && !deep {
		return
	}
	if r.Pages == nil {
		r.Pages = map[*site.Page]bool{}
	}
	r.Pages[p] = r.Pages[p] || deep
	r.last = p
}

var (
	pageType    = reflect.TypeFor[*site.Page]()
	pagesType   = reflect.TypeFor[[]*site.Page]()
	writtenType = reflect.TypeFor[*content.Page]()
	siteType    = reflect.TypeFor[*site.Site]()
	viewType    = reflect.TypeFor[*View]()
)

// deep are the members of a page that say more than its front matter and headings do, or that lead past it.
var deep = map[string]bool{"Body": true, "Links": true, "Passages": true, "Form": true, "Page": true, "Follow": true, "OnlyBody": true, "Sum": true, "Start": true}

// ownOnly are the members of a View that read nothing of other pages, or only pages that they return or are handed.
var ownOnly = map[string]bool{
	"Page": true, "Site": true, "Current": true, "Header": true, "Footer": true, "Asset": true, "Style": true, "Script": true, "Imports": true,
	"Body": true, "Contents": true, "Policy": true, "NeedsChecking": true, "AccessKeys": true, "Parent": true,
	"Short": true, "Facets": true, "Training": true, "LiveWord": true, "Unknown": true, "Book": true,
}

// shared are the members of a Site that are the same for all its pages and stand in what is compared of every page.
var shared = map[string]bool{"Config": true, "BaseURL": true, "BasePath": true, "Home": true, "Absolute": true}

// member notes that a template names a field or method of a value, with these arguments.
func (r *Reads) member(of reflect.Value, name string, args []reflect.Value) {
	if r == nil {
		return
	}
	switch t := of.Type(); {
	case t != pageType && t != viewType && t != siteType && t != writtenType:
	case !of.CanInterface():
		r.widen(Anything)
	case t == pageType:
		r.page(of.Interface().(*site.Page), deep[name])
		if name == "Form" { // a worksheet takes items from other pages
			r.widen(Cards)
		}
	case t == viewType && name == "Serves":
		for _, stage := range r.own.Stages {
			r.Paths = append(r.Paths, stagesFolder+stage)
		}
	case t == viewType && !ownOnly[name]:
		r.widen(Cards)
	case t == viewType:
	case t == siteType && name == "Page" && len(args) == 1 && inside(args[0]).Kind() == reflect.String:
		r.Paths = append(r.Paths, inside(args[0]).String())
	case t == siteType && (name == "Pages" || name == "OfKind" || name == "Tagged" || name == "Navigation" || name == "Footer"):
		r.widen(Cards)
	case t == siteType && shared[name]:
	default:
		r.widen(Anything)
	}
	r.given(args)
}

// given notes what a function or method is handed: it may read pages, too.
func (r *Reads) given(args []reflect.Value) {
	if r == nil {
		return
	}
	for _, a := range args {
		if a = inside(a); !a.IsValid() {
			continue
		}
		switch t := a.Type(); {
		case t != pageType && t != pagesType && t != viewType && t != siteType && t != writtenType:
		case !a.CanInterface() || t == viewType || t == siteType || t == writtenType:
			r.widen(Anything)
		case t == pageType:
			r.page(a.Interface().(*site.Page), false)
		case t == pagesType:
			for _, p := range a.Interface().([]*site.Page) {
				r.page(p, false)
			}
		}
	}
}
