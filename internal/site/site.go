// Package site joins checked pages into one site: addresses, menus, order, neighbours and the links between them.
package site

import (
	"cmp"
	"net/url"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"signpost/internal/content"
	"signpost/internal/problem"
	"signpost/internal/worksheet"
)

// NotFound is the path of the page that hosts show when there is none at an address.
const NotFound = "not-found"

// Options says which pages are published and under which address.
type Options struct {
	Now            time.Time // the day of the build; decides what is due, published and expired
	Drafts, Future bool      // publish drafts; publish pages whose day has not come
	BaseURL        string    // instead of the one in site.yaml, when not empty
	// Before is an earlier state of the Site in which Join found nothing, or nil: links that led somewhere then and must
	// still do so are not followed again.
	Before *Site
}

// Site is every published page, joined.
type Site struct {
	Config     *content.Config
	BaseURL    string // without a slash at its end
	BasePath   string // the path of BaseURL, "" at the root of a host
	Home       *Page
	Pages      []*Page // sorted by path
	Navigation []Menu
	Footer     []Menu
	Redirects  []Redirect
	Files      []string           // pictures and documents below content/
	Asked      map[*Page][]string // what people type who look for a page
	Tree       *content.Tree
	byPath     map[string]*Page
	held       map[string]string // paths of pages that are not published, and why
	tagged     *tagged
}

// Menu is one link of a menu.
type Menu struct {
	Title string
	Page  *Page
}

// Redirect leads from an old address to a page.
type Redirect struct {
	From string
	To   *Page
}

// Reason is a neighbouring page and why it is one.
type Reason struct {
	Page *Page
	Why  string
}

// Page is a content page with its place in the site.
type Page struct {
	*content.Page
	Number   int     // its place in Site.Pages
	Address  string  // on the site, with the base path: /specialties/cardiology/
	Trail    []*Page // from the home page down to the parent
	Children []*Page // of a section: its pages in order; of a group: its specialties
	Related  []Reason
	NamedBy  []Reason        // pages that name this one in a list of their own: careers for a skill, skills for a specialty
	Uses     []Reason        // of a skill: specialties that use it much
	Asked    []Asked         // sections of worksheets that ask about this page
	Group    *Page           // of a specialty
	Skills   []*Page         // of a career
	Starts   []Start         // of the home page
	Form     *worksheet.Form // of a worksheet, with the items it takes from pages
	Previous *Page           // in a folder whose order matters: stages and factors
	Next     *Page
	Due      time.Time // when the page must be reviewed; zero if never
	Stale    bool
}

// Asked is a section of a worksheet that asks about a page.
type Asked struct {
	Worksheet      *Page
	Section, Title string
}

// Start is one way into the site.
type Start struct {
	content.Start
	To *Page
}

// Page returns the page with a path, or nil.
func (s *Site) Page(path string) *Page { return s.byPath[path] }

// OfKind returns the published pages of a kind, in the order of lists.
func (s *Site) OfKind(kind string) []*Page {
	var pages []*Page
	for _, p := range s.Pages {
		if p.Kind.Name == kind {
			pages = append(pages, p)
		}
	}
	slices.SortFunc(pages, byOrder)
	return pages
}

// Absolute returns the whole address of a place on the site, for sitemaps and canonical links.
func (s *Site) Absolute(address string) string {
	return strings.TrimSuffix(s.BaseURL, s.BasePath) + address
}

// byOrder sorts by the author's order, then by title, then by path, which no two pages share; pages without an order
// come last.
func byOrder(a, b *Page) int {
	if c := cmp.Compare(rank(a), rank(b)); c != 0 {
		return c
	}
	return cmp.Or(compareFold(a.Title, b.Title), cmp.Compare(a.Path, b.Path))
}

// compareFold compares two texts in lower case. It makes copies of them only where letters outside ASCII may decide,
// because this is asked often.
func compareFold(a, b string) int {
	for i := range min(len(a), len(b)) {
		if a[i] >= utf8.RuneSelf || b[i] >= utf8.RuneSelf {
			return cmp.Compare(strings.ToLower(a[i:]), strings.ToLower(b[i:]))
		}
		if c := cmp.Compare(lower(a[i]), lower(b[i])); c != 0 {
			return c
		}
	}
	return cmp.Compare(len(a), len(b))
}

func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		c += 'a' - 'A'
	}
	return c
}

func rank(p *Page) int {
	if own, ok := p.Own.(*content.Stage); ok {
		return own.Number
	}
	if p.Order == 0 {
		return 1 << 20
	}
	return p.Order
}

// Join makes a Site of a Tree and reports every mistake that concerns more than one file. The Tree's pages are not
// changed, so that an unchanged page can be joined again.
func Join(tree *content.Tree, o Options) (*Site, problem.List) {
	s := &Site{Config: tree.Config, Files: tree.Files, Tree: tree, byPath: make(map[string]*Page, len(tree.Pages)), tagged: new(tagged)}
	s.BaseURL = strings.TrimRight(cmp.Or(o.BaseURL, tree.Config.BaseURL), "/")
	if u, err := url.Parse(s.BaseURL); err == nil {
		s.BasePath = strings.TrimRight(u.Path, "/")
	}
	s.held = map[string]string{}
	j := joiner{site: s, options: o, held: s.held}
	j.place(tree.Pages)
	j.arrange()
	for _, p := range s.Pages {
		j.relate(p)
	}
	followed := s.sameGround(o.Before)
	j.checkAllLinks(func(p *Page) bool { return followed && p.Page == o.Before.Pages[p.Number].Page })
	j.sortNames()
	j.fillForms()
	j.menus()
	j.aliases()
	j.asked(tree.Synonyms)
	return s, j.found
}
