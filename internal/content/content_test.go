package content

import (
	"bytes"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"signpost/internal/problem"
	"signpost/internal/schema"
)

// TestFieldsAndTable holds the tags of the structs against the table of fields, both ways: what the table allows an
// author to write must arrive somewhere, and what a struct waits for must be something that can be written.
func TestFieldsAndTable(t *testing.T) {
	same(t, "common fields", schema.Common, reflect.TypeFor[Meta]())
	same(t, "site.yaml", schema.Site, reflect.TypeFor[Config]())
	same(t, "explorer.yaml", schema.Explorer, reflect.TypeFor[Explorer]())
	for _, kind := range schema.Kinds {
		into := own(kind.Name)
		if into == nil {
			if len(kind.Fields) > 0 {
				t.Errorf("kind %q has fields and no struct to hold them", kind.Name)
			}
			continue
		}
		same(t, "kind "+kind.Name, kind.Fields, reflect.TypeOf(into).Elem())
	}
}

func same(t *testing.T, where string, fields []schema.Field, in reflect.Type) {
	t.Helper()
	tags := map[string]reflect.Type{}
	for i := range in.NumField() {
		if tag, ok := in.Field(i).Tag.Lookup("field"); ok {
			tags[tag] = in.Field(i).Type
		}
	}
	for _, f := range fields {
		holder, ok := tags[f.Name]
		if !ok {
			t.Errorf("%s: nothing in %s holds the field %q", where, in, f.Name)
			continue
		}
		delete(tags, f.Name)
		if f.Of != nil {
			f, holder = *f.Of, holder.Elem()
		}
		if f.Type == schema.Record {
			same(t, where+", "+f.Name, f.Fields, holder)
		}
	}
	for tag := range tags {
		t.Errorf("%s: the table has no field %q, for which %s waits", where, tag, in)
	}
}

// TestExamplesInTheTable: an example that is offered to authors must pass the check itself.
func TestExamplesInTheTable(t *testing.T) {
	for _, kind := range schema.Kinds {
		examples(t, "kind "+kind.Name, kind.AllFields())
	}
	examples(t, "site.yaml", schema.Site)
}

func examples(t *testing.T, where string, fields []schema.Field) {
	t.Helper()
	for _, f := range fields {
		if f.Example == "" || f.Help == "" {
			t.Errorf("%s: the field %q has no help or no example", where, f.Name)
			continue
		}
		n, found := parseYAML(f.Name+": "+f.Example, problem.Place{File: where})
		if n != nil {
			found = append(found, schema.Check(where, []schema.Field{f}, n)...)
		}
		for _, p := range found {
			t.Errorf("the example of %q: %s", f.Name, p)
		}
		inner := f.Fields
		if f.Of != nil {
			inner = f.Of.Fields
		}
		examples(t, where+", "+f.Name, inner)
	}
}

func TestFollow(t *testing.T) {
	p := &Page{File: "content/help/a.md", Path: "help/a"}
	for _, c := range []struct {
		dest     string
		where    Where
		to, frag string
	}{
		{"/", ToPage, "index", ""},
		{"/skills/writing/", ToPage, "skills/writing", ""},
		{"/skills/writing", ToPage, "skills/writing", ""},
		{"/skills/writing/#how", ToPage, "skills/writing", "how"},
		{"#how", ToPage, "help/a", "how"},
		{"?q=1", ToPage, "help/a", ""},
		{"b.md", ToPage, "help/b", ""},
		{"../skills/writing.md#how", ToPage, "skills/writing", "how"},
		{"../index.md", ToPage, "index", ""},
		{"../skills/index.md", ToPage, "skills", ""},
		{"../../../../etc/passwd", ToPage, "etc/passwd", ""},
		{"/form-c.pdf", ToFile, "form-c.pdf", ""},
		{"map.PNG", ToFile, "help/map.PNG", ""},
		{"https://www.nhs.uk/", Outside, "https://www.nhs.uk/", ""},
		{"mailto:office@example.org", Outside, "mailto:office@example.org", ""},
		{"tel:+441234", Outside, "tel:+441234", ""},
		{"https:///nowhere", Nowhere, "", ""},
		{"//nhs.uk/", Nowhere, "", ""},
		{"javascript:alert(1)", Nowhere, "", ""},
		{"JavaScript:alert(1)", Nowhere, "", ""},
		{"data:text/html,x", Nowhere, "", ""},
		{"%zz", Nowhere, "", ""},
		{"", Nowhere, "", ""},
	} {
		where, to, frag := p.Follow(c.dest)
		if where != c.where || to != c.to || frag != c.frag {
			t.Errorf("Follow(%q) = %v, %q, %q; want %v, %q, %q", c.dest, where, to, frag, c.where, c.to, c.frag)
		}
	}
}

func TestPlaceholdersArePrintedEverywhere(t *testing.T) {
	tree := read(t, fstest.MapFS{"help/a.md": {Data: []byte(
		"---\ntitle: \"{{unit}} for {{trainees}}\"\nsummary: S.\nreviewed: 2026-11-23\n---\n## The {{unit}}\n\nAsk {{ adviser }}. {{contact.office}} {{contact.desk}}\n")}})
	p := tree.Pages[0]
	if want := "PSU for doctors & co"; p.Title != want {
		t.Errorf("the title is %q, want %q", p.Title, want)
	}
	if want := "The PSU"; p.Headings()[0].Text != want {
		t.Errorf("the heading is %q, want %q", p.Headings()[0].Text, want)
	}
	const want = "<h2 id=\"the-unit\">The PSU</h2>\n<p>Ask career adviser. Ann, Secretary: <a href=\"mailto:office@example.org\">office@example.org</a>, " +
		"<a href=\"tel:0123456\">01 234 56</a>. Please ask at the &lt;desk&gt;.</p>\n"
	if body, err := p.Body(nil); err != nil || body != want {
		t.Errorf("the text (-want +got):\n%s %v", cmp.Diff(want, body), err)
	}
}

const testSite = `service: Signpost
organisation: The deanery
unit: PSU
unit_full: Professional Support Unit
base_url: https://site.example
words: {trainee: doctor, trainees: doctors & co, adviser: career adviser, administrator: administrator}
review_every: 12
confidentiality: There are limits.
draft_notice: A draft.
stale_notice: It is old.
navigation: [{title: Home, page: index}]
contacts:
  - {id: office, name: Ann, role: Secretary, email: office@example.org, phone: 01 234 56, instead: Please ask.}
  - {id: desk, name: Desk, email: "", instead: Please ask at the <desk>.}
`

// read reads a small site without mistakes.
func read(t *testing.T, fsys fstest.MapFS) *Tree {
	t.Helper()
	fsys["site.yaml"] = &fstest.MapFile{Data: []byte(testSite)}
	var r Reader
	tree, found, err := r.Read(fsys, "")
	if err != nil {
		t.Fatal(err)
	}
	if found.Errors() > 0 {
		t.Fatal(found)
	}
	return tree
}

func TestReadAgainParsesOnlyWhatChanged(t *testing.T) {
	page := func(title string) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte("---\ntitle: " + title + "\nsummary: S.\nreviewed: 2026-11-23\n---\n")}
	}
	fsys := fstest.MapFS{"site.yaml": {Data: []byte(testSite)}, "help/a.md": page("A"), "help/b.md": page("B")}
	var r Reader
	pages := func() map[string]*Page {
		tree, found, err := r.Read(fsys, "")
		if err != nil || found.Errors() > 0 {
			t.Fatal(found, err)
		}
		byPath := map[string]*Page{}
		for _, p := range tree.Pages {
			byPath[p.Path] = p
		}
		return byPath
	}
	first := pages()
	fsys["help/b.md"] = page("B, changed")
	second := pages()
	if first["help/a"] != second["help/a"] {
		t.Error("a page that did not change was parsed again")
	}
	if got := second["help/b"].Title; got != "B, changed" {
		t.Errorf("the page that changed still has the title %q", got)
	}
	fsys["site.yaml"] = &fstest.MapFile{Data: bytes.Replace([]byte(testSite), []byte("PSU"), []byte("CSU"), 1)}
	if third := pages(); third["help/a"] == second["help/a"] {
		t.Error("the words of site.yaml changed, and a page was not parsed again")
	}
}

func TestPagesAndFilesAreSorted(t *testing.T) {
	page := &fstest.MapFile{Data: []byte("---\ntitle: A\nsummary: S.\nreviewed: 2026-11-23\n---\n")}
	tree := read(t, fstest.MapFS{"a/b.md": page, "a-b.md": page, "a/b.png": {}, "a-b.png": {}, "ab.png": {}})
	var names []string
	for _, p := range tree.Pages {
		names = append(names, p.File)
	}
	if !slices.IsSorted(names) || !slices.IsSorted(tree.Files) {
		t.Errorf("not sorted: %v, %v", names, tree.Files)
	}
}

// TestPlacesCountBytes: the library counts characters.
func TestPlacesCountBytes(t *testing.T) {
	const block = "tags: [é, ü, x]\nwords: {a: ö, colour: y}\n"
	n, found := parseYAML(block, problem.Place{File: "a.md", Line: 2, Column: 1})
	if found != nil {
		t.Fatal(found)
	}
	lines := strings.Split(block, "\n")
	for _, v := range append(n.Get("tags").Items, *n.Get("words").Get("colour")) {
		if rest := lines[v.Place.Line-2][v.Place.Column-1:]; !strings.HasPrefix(rest, v.Text) {
			t.Errorf("the place of %q points at %q", v.Text, rest)
		}
	}
}
