package document_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"signpost"
	"signpost/internal/build"
	"signpost/internal/document"
)

// files makes the book of the real content.
func files(t *testing.T) map[string][]byte {
	t.Helper()
	source, _, err := build.Open("../..", signpost.Embedded)
	if err != nil {
		t.Fatal(err)
	}
	b := build.Builder{Source: source, Options: build.Options{Now: time.Now()}}
	result, found, err := b.Build(t.Context())
	if err != nil || result == nil {
		t.Fatal(err, found)
	}
	made, err := result.Document()
	if err != nil {
		t.Fatal(err)
	}
	byName := map[string][]byte{}
	for _, f := range made {
		byName[f.Path] = f.Data
	}
	return byName
}

func TestHTML(t *testing.T) {
	text := files(t)[document.HTML]
	doc, err := html.Parse(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	ids, links, level, titles := map[string]bool{}, []string{}, 0, 0
	for n := range doc.Descendants() {
		for _, a := range n.Attr {
			switch {
			case a.Key == "id" && ids[a.Val]:
				t.Errorf("the id %s stands twice", a.Val)
			case a.Key == "id":
				ids[a.Val] = true
			case a.Key == "href" && strings.HasPrefix(a.Val, "#"):
				links = append(links, a.Val[1:])
			case a.Key == "href" && strings.HasPrefix(a.Val, "/"):
				t.Errorf("the link %s leads nowhere outside the site", a.Val)
			case a.Key == "style" || strings.HasPrefix(a.Key, "on") || strings.HasPrefix(a.Key, "data-"):
				t.Errorf("<%s> has %s", n.Data, a.Key)
			}
		}
		switch n.DataAtom {
		case atom.Script, atom.Button, atom.Form, atom.Input, atom.Svg, atom.Img:
			t.Errorf("the book holds <%s>", n.Data)
		case atom.H1:
			titles++
			level = 1
		case atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
			next := int(n.Data[1] - '0')
			if next > level+1 {
				t.Errorf("a heading jumps from level %d to %d", level, next)
			}
			level = next
		}
	}
	for _, id := range links {
		if !ids[id] {
			t.Errorf("the link #%s leads nowhere", id)
		}
	}
	if titles != 1 || len(links) < 300 {
		t.Errorf("%d titles, %d links in the book", titles, len(links))
	}
}

func TestEPUB(t *testing.T) {
	data := files(t)[document.EPUB]
	if string(data) != string(files(t)[document.EPUB]) {
		t.Error("the same pages give different books")
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	// The first file says what this is, at a place where programs look without unpacking.
	if want := "mimetypeapplication/epub+zip"; string(data[30:30+len(want)]) != want {
		t.Errorf("the file begins with %q", data[:60])
	}
	ids, links := map[string]bool{}, map[string]string{}
	for _, f := range z.File {
		if ext := path.Ext(f.Name); ext != ".xhtml" && ext != ".opf" && ext != ".xml" {
			continue
		}
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		base := path.Base(f.Name)
		ids[base] = true
		d := xml.NewDecoder(r)
		for {
			token, err := d.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", f.Name, err)
			}
			start, ok := token.(xml.StartElement)
			if !ok {
				continue
			}
			for _, a := range start.Attr {
				if a.Name.Local == "id" {
					ids[base+"#"+a.Value] = true
				}
				if a.Name.Local == "href" && start.Name.Local == "a" && !strings.Contains(a.Value, ":") {
					links[a.Value] = f.Name
				}
			}
		}
	}
	for to, from := range links {
		if !ids[to] {
			t.Errorf("%s: the link %s leads nowhere", from, to)
		}
	}
	if len(z.File) < 100 {
		t.Errorf("only %d files", len(z.File))
	}
}

// TestNoBook: a site that offers no book has none.
func TestNoBook(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"site.yaml", "index.md", "explorer.yaml"} {
		data, err := os.ReadFile("../../content/" + name)
		if err != nil {
			t.Fatal(err)
		}
		if name == "index.md" {
			data = []byte("---\ntitle: Home\nsummary: Home.\n---\n")
		}
		if name == "site.yaml" {
			text, _, _ := strings.Cut(string(data), "\nnavigation:")
			data = []byte(text + "\nnavigation:\n  - {title: Home, page: index}\nconfidentiality: a\ndraft_notice: a\nstale_notice: a\n")
		}
		if err := os.MkdirAll(dir+"/content", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(dir+"/content/"+name, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	source, _, err := build.Open(dir, signpost.Embedded)
	if err != nil {
		t.Fatal(err)
	}
	b := build.Builder{Source: source, Options: build.Options{Now: time.Now()}}
	result, found, err := b.Build(t.Context())
	if err != nil || result == nil {
		t.Fatal(err, found)
	}
	if names, err := result.WriteDocument(dir + "/book"); err != nil || names != nil {
		t.Errorf("a book of nothing: %q, %v", names, err)
	}
}
