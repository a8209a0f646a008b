package layout

import (
	"bytes"
	"fmt"
	"html/template"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"signpost/internal/content"
	"signpost/internal/markdown"
	"signpost/internal/schema"
	"signpost/internal/site"
)

// View is what a page's templates see.
type View struct {
	Site    *site.Site
	Page    *site.Page
	Current *site.Page // the entry of the menu the page belongs to, nil if none
	Header  template.HTML
	Footer  template.HTML
	printer *Printer
	room    *bytes.Buffer // for the page's text, while the page is printed
}

// Asset returns the address of a style sheet, script or picture by its plain name.
func (v *View) Asset(name string) (string, error) {
	address, ok := v.printer.assets[name]
	if !ok {
		return "", fmt.Errorf("there is no asset %q", name)
	}
	return address, nil
}

// Style returns the name of the page's style sheet.
func (v *View) Style() string { return sheetOf(documentOf(v.Page)) + ".css" }

// Script returns the name of the page's module, "" if it needs none.
func (v *View) Script() string {
	if name, ok := scripts[documentOf(v.Page)]; ok {
		return name + ".js"
	}
	return ""
}

// Imports returns the addresses of what the page's module imports at once.
func (v *View) Imports() []string { return v.printer.Imports[v.Script()] }

// Body returns the page's text as HTML. It was printed from Markdown with raw HTML refused.
func (v *View) Body() (template.HTML, error) {
	text, err := v.Page.Body(v.room)
	return template.HTML(text), err
}

// Contents returns the headings of level 2.
func (v *View) Contents() []markdown.Heading {
	var top []markdown.Heading
	for _, h := range v.Page.Headings() {
		if h.Level == 2 {
			top = append(top, h)
		}
	}
	return top
}

// stagesFolder is where the pages of stages stand; pages name a stage by its file's name.
const stagesFolder = "stages/"

// Serves returns the stages that the page helps with, other than itself.
func (v *View) Serves() []*site.Page {
	var stages []*site.Page
	for _, name := range v.Page.Stages {
		if p := v.Site.Page(stagesFolder + name); p != nil && p != v.Page {
			stages = append(stages, p)
		}
	}
	return stages
}

// Everything returns every page but the home page, sorted by title, for the site's index.
func (v *View) Everything() []*site.Page {
	var all []*site.Page
	for _, p := range v.Site.Pages {
		if p != v.Site.Home && p != v.Page && p.Path != site.NotFound {
			all = append(all, p)
		}
	}
	return all
}

// NeedsChecking says whether some of the page's facts were not read in a source.
func (v *View) NeedsChecking() bool {
	unsure := func(marks ...string) bool {
		return slices.Contains(marks, "mixed") || slices.Contains(marks, "background")
	}
	switch own := v.Page.Own.(type) {
	case *content.Specialty:
		return unsure(own.Evidence, own.CharacterEvidence)
	case *content.Skill:
		return unsure(own.Evidence)
	case *content.Career:
		return unsure(own.Evidence)
	}
	return false
}

// Menu returns the entries of the menu: those of site.yaml, and the search page at the end.
func (v *View) Menu() []site.Menu {
	menu := slices.Clone(v.Site.Navigation)
	if p := v.Site.Page("search"); p != nil {
		menu = append(menu, site.Menu{Title: "Search", Page: p})
	}
	return menu
}

// FootMenu returns the links at the foot: those of site.yaml, and the page on access keys while they are on.
func (v *View) FootMenu() []site.Menu {
	menu := slices.Clone(v.Site.Footer)
	if p := v.Site.Page(site.AccessKeysPage); p != nil {
		menu = append(menu, site.Menu{Title: p.Title, Page: p})
	}
	return menu
}

// accessKeys is the part of the UK government's set whose pages exist here (Guidelines for UK Government websites, 2002,
// as reproduced in domain.md §7): S skips the menu, 1 home, 4 search, 6 help, 0 the list of keys.
var accessKeys = map[string]string{"index": "1", "search": "4", "help": "6", site.AccessKeysPage: "0"}

// AccessKeys says whether this page has access keys: the owner switched them on, and it is no worksheet, where a stray
// key could take somebody away from what they are writing.
func (v *View) AccessKeys() bool { return v.Site.Config.AccessKeys && v.Page.Kind.Name != "worksheet" }

// Key returns the access key that leads to a page from this one, "" if there is none.
func (v *View) Key(to *site.Page) string {
	if !v.AccessKeys() {
		return ""
	}
	return accessKeys[to.Path]
}

// FootKey is Key for a link at the foot: a key stands once on a page, and the links at the head come first.
func (v *View) FootKey(to *site.Page) string {
	atHead := slices.ContainsFunc(v.Menu(), func(m site.Menu) bool { return m.Page == to })
	if to == v.Site.Home || atHead {
		return ""
	}
	return v.Key(to)
}

// Parent returns the page above this one, nil for the home page.
func (v *View) Parent() *site.Page {
	if n := len(v.Page.Trail); n > 0 {
		return v.Page.Trail[n-1]
	}
	return nil
}

// Short returns the words for a page in a trail.
func (v *View) Short(p *site.Page) string {
	if p == v.Site.Home {
		return "Home"
	}
	return p.Title
}

// Row is one line of a summary list.
type Row struct{ Name, Words string }

// rows leaves out what is not known.
func rows(pairs ...string) []Row {
	var out []Row
	for i := 0; i < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			out = append(out, Row{pairs[i], pairs[i+1]})
		}
	}
	return out
}

// NotConfirmed stands where a fact is blank in the sources.
const NotConfirmed = "Not confirmed: see the college’s page"

// Facets returns what a specialty's work is like, in words.
func (v *View) Facets() []Row {
	s, ok := v.Page.Own.(*content.Specialty)
	if !ok {
		return nil
	}
	e := v.Site.Tree.Explorer
	var pairs []string
	for _, facet := range schema.FacetNames[:5] { // the route and the years stand under Training
		word := "Not confirmed"
		if value := e.Value(s, facet); value != "" {
			word = e.Text(facet, value)
		}
		pairs = append(pairs, e.Name(facet), word)
	}
	return rows(append(pairs,
		"Team", s.Team,
		"Patients", s.Patients,
		"Research and teaching", s.Academic,
		"Flexible and mixed work", s.Flexibility,
	)...)
}

// Training returns a specialty's training facts, in words; what is blank says so.
func (v *View) Training() []Row {
	s, ok := v.Page.Own.(*content.Specialty)
	if !ok {
		return nil
	}
	or := func(value string) string {
		if value == "" {
			return NotConfirmed
		}
		return value
	}
	core := s.CoreProgramme
	if s.Route == "run-through" && core == "none" {
		core = "None needed"
	}
	var colleges []string
	for _, c := range s.College {
		colleges = append(colleges, c.Name)
	}
	return rows(
		"College or faculty", or(strings.Join(colleges, "; ")),
		"Route", or(v.Site.Tree.Explorer.Text("route", s.Route)),
		"Before higher training", or(core),
		"Entry", or(s.Entry),
		"Indicative years after foundation", or(s.Years),
		"Main exams", or(strings.Join(s.Exams, "; ")),
		"Less than full time", or(s.PartTime),
	)
}

// LiveWord says what an official page is for.
func (v *View) LiveWord(purpose string) string {
	return map[string]string{
		"competition": "Competition", "vacancies": "Vacancies", "curriculum": "Curriculum",
		"college": "College or faculty", "part_time": "Less than full time",
	}[purpose]
}

// Letter is the pages whose titles begin with one letter.
type Letter struct {
	Letter string
	Pages  []*site.Page
}

// letters sorts pages by title and parts them by first letter.
func letters(pages []*site.Page) []Letter {
	sorted := slices.Clone(pages)
	slices.SortFunc(sorted, func(a, b *site.Page) int {
		return strings.Compare(strings.ToLower(a.Title+"\x00"+a.Path), strings.ToLower(b.Title+"\x00"+b.Path))
	})
	var out []Letter
	for _, p := range sorted {
		r, _ := utf8.DecodeRuneInString(p.Title)
		l := string(unicode.ToUpper(r))
		if n := len(out); n == 0 || out[n-1].Letter != l {
			out = append(out, Letter{Letter: l})
		}
		out[len(out)-1].Pages = append(out[len(out)-1].Pages, p)
	}
	return out
}

// pageFuncs are the functions of page templates, on top of those of the components.
var pageFuncs = template.FuncMap{
	"date":    func(t time.Time) string { return t.Format("2 January 2006") },
	"pair":    func(name, words string) Row { return Row{name, words} },
	"data":    data,
	"joined":  func(words []string) string { return strings.Join(words, "; ") },
	"letters": letters,
	// safeHTML marks guidance that was printed from Markdown, with raw HTML refused.
	"safeHTML": func(s string) template.HTML { return template.HTML(s) },
}
