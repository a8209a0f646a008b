package layout

import (
	"html/template"
	"io"
	"os"
	"slices"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"signpost/internal/content"
	"signpost/internal/schema"
	"signpost/internal/site"
)

// TestNeeds holds that a page's script is made only for layouts that load it.
func TestNeeds(t *testing.T) {
	layouts := func(base string) *Set {
		files := fstest.MapFS{"base.html": {Data: []byte(`{{define "base"}}` + base + `{{template "main" .}}{{end}}`)}}
		main := &fstest.MapFile{Data: []byte(`{{define "main"}}x{{end}}`)}
		for _, tool := range tools {
			files[tool+".html"] = main
		}
		for _, kind := range schema.Kinds {
			files[kind.Name+".html"] = main
		}
		set, found, err := Load(files)
		if err != nil || found != nil {
			t.Fatal(found, err)
		}
		return set
	}
	s := &site.Site{Pages: []*site.Page{{Page: &content.Page{Kind: &schema.Kinds[0], Own: &content.Section{Listing: "search"}}}}}
	for base, want := range map[string][]string{
		``: nil,
		`<script src="{{.Asset "start.js"}}"></script>`:                              {"start"},
		`{{with .Script}}<script type="module" src="{{$.Asset .}}"></script>{{end}}`: {"search"},
	} {
		needs, err := layouts(base).Needs(s)
		if err != nil || !slices.Equal(needs["search"].Scripts, want) {
			t.Errorf("%s needs %v, %v; want %q", base, needs, err, want)
		}
	}
}

// TestReads holds what is noted of a template against what it reads.
func TestReads(t *testing.T) {
	config, err := os.ReadFile("../../content/site.yaml")
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{"site.yaml": {Data: config}}
	for name, title := range map[string]string{"index": "Home", "help/index": "Help", "help/one": "One", "help/two": "Two"} {
		files[name+".md"] = &fstest.MapFile{Data: []byte("---\ntitle: " + title + "\nsummary: S.\n---\n\n## Part\n\nWords.\n")}
	}
	tree, found, err := new(content.Reader).Read(files, "")
	if err != nil || tree == nil {
		t.Fatal(found, err)
	}
	s, _ := site.Join(tree, site.Options{Now: time.Date(2026, 11, 25, 0, 0, 0, 0, time.UTC)})
	for _, c := range []struct {
		source string
		pages  map[string]bool // true where it is read deeply
		paths  []string
		site   Breadth
	}{
		{source: `{{.Page.Title}}{{len .Page.Children}}{{.Body}}{{.Site.Config.Service}}{{.Site.Absolute .Page.Address}}`},
		{source: `{{range .Page.Trail}}{{.Title}}{{end}}`, pages: map[string]bool{"index": false}},
		{source: `{{range .Page.Children}}{{.Title}}{{.Address}}{{len .Headings}}{{end}}`, pages: map[string]bool{"help/one": false, "help/two": false}},
		{source: `{{range .Page.Children}}{{if .Form}}{{end}}{{end}}`, pages: map[string]bool{"help/one": true, "help/two": true}, site: Cards},
		{source: `{{if .Page.Form}}{{end}}`, site: Cards},
		{source: `{{with .Parent}}{{$.Short .}}{{end}}`, pages: map[string]bool{"index": false}},
		{source: `{{range letters .Page.Children}}{{.Letter}}{{end}}`, pages: map[string]bool{"help/one": false, "help/two": false}},
		{source: `{{with .Site.Page "help/one"}}{{.Title}}{{end}}`, pages: map[string]bool{"help/one": false}, paths: []string{"help/one"}},
		{source: `{{with .Site.Page "nowhere"}}{{.Title}}{{end}}`, paths: []string{"nowhere"}},
		{source: `{{len .Site.Pages}}`, site: Cards},
		{source: `{{len (.Site.Tagged "x")}}{{len .Everything}}`, site: Cards},
		{source: `{{if .Site.Tree}}{{end}}`, site: Anything},
		{source: `{{range $i := 3}}{{$i}}{{end}}`, site: Anything}, // left to html/template
	} {
		templates, err := template.New("base").Funcs(Funcs()).Funcs(pageFuncs).Parse(c.source)
		if err != nil {
			t.Fatal(err)
		}
		page := s.Page("help")
		reads := &Reads{own: page}
		if err := newPress(templates, Funcs(), pageFuncs).print(io.Discard, &View{Site: s, Page: page}, reads); err != nil {
			t.Fatalf("%s: %v", c.source, err)
		}
		pages := map[string]bool{}
		for p, deep := range reads.Pages {
			pages[p.Path] = deep
		}
		if c.pages == nil {
			c.pages = map[string]bool{}
		}
		if c.site < Anything { // then nobody asks what else was read
			if diff := cmp.Diff(c.pages, pages); diff != "" {
				t.Errorf("%s (-want +noted):\n%s", c.source, diff)
			}
			if !slices.Equal(c.paths, reads.Paths) {
				t.Errorf("%s: paths %q, want %q", c.source, reads.Paths, c.paths)
			}
		}
		if reads.Site != c.site {
			t.Errorf("%s: breadth %d, want %d", c.source, reads.Site, c.site)
		}
	}
}
