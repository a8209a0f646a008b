// Package layout turns one page into one document, with the templates of layouts/.
package layout

import (
	"bytes"
	"fmt"
	"html/template"
	"io"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"

	"signpost/internal/cache"
	"signpost/internal/content"
	"signpost/internal/problem"
	"signpost/internal/schema"
	"signpost/internal/site"
)

// Set is every template, parsed: one document for each kind of page and each tool. It is safe for use by several
// goroutines.
type Set struct{ documents map[string]*document }

// tools are the listings of a section that are printed as documents of their own, with layouts of their own: what they
// need does not weigh on the other sections.
var tools = []string{"explorer", "compare", "map", "shortlist", "search", "offline"}

// sheets names the style sheet of a document; those that are not named share "reading".
var sheets = map[string]string{
	"worksheet": "worksheet", "explorer": "explorer", "compare": "explorer", "map": "explorer", "shortlist": "explorer",
	"search": "search", "offline": "search",
}

// scripts names the module that a document loads; most load none.
var scripts = map[string]string{
	"worksheet": "worksheet", "explorer": "explorer", "compare": "compare", "shortlist": "shortlist-page",
	"specialty": "shortlist", "career": "shortlist", "search": "search", "offline": "offline",
}

// documentOf returns the name of the layout in which a page is printed: its kind, or the tool that a section holds.
func documentOf(p *site.Page) string {
	if own, ok := p.Own.(*content.Section); ok && slices.Contains(tools, own.Listing) {
		return own.Listing
	}
	return p.Kind.Name
}

// Load parses layouts/. A template that cannot be parsed is a Problem, because a site may bring its own.
func Load(fsys fs.FS) (*Set, problem.List, error) {
	shared, found, err := parseShared(fsys)
	if err != nil || found != nil {
		return nil, found, err
	}
	pieces := piecesOf(shared)
	set := &Set{documents: map[string]*document{}}
	names := slices.Clone(tools)
	for _, kind := range schema.Kinds {
		names = append(names, kind.Name)
	}
	for _, name := range names {
		data, err := fs.ReadFile(fsys, name+".html")
		if err != nil {
			return nil, nil, fmt.Errorf("read layouts/%s.html: %w", name, err)
		}
		own := template.New(name).Funcs(Funcs()).Funcs(pageFuncs)
		if p := add(own, name+".html", data); p != nil {
			found = append(found, *p)
		}
		set.documents[name] = &document{name: name, own: piecesOf(own), shared: pieces}
	}
	return set, found, nil
}

// sheetOf returns the name of the style sheet of a document.
func sheetOf(document string) string {
	if s, ok := sheets[document]; ok {
		return s
	}
	return "reading"
}

func parseShared(fsys fs.FS) (*template.Template, problem.List, error) {
	var found problem.List
	shared := template.New("shared").Funcs(Funcs()).Funcs(pageFuncs)
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) != ".html" {
			return err
		}
		if name != "base.html" && !strings.HasPrefix(name, "parts/") {
			return nil
		}
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return err
		}
		if p := add(shared, name, data); p != nil {
			found = append(found, *p)
		}
		return nil
	})
	if err != nil {
		return nil, nil, fmt.Errorf("read layouts: %w", err)
	}
	return shared, found, nil
}

var templateLine = regexp.MustCompile(`^template: [^:]*:(\d+)(?::(\d+))?: (.*)$`)

func add(t *template.Template, name string, data []byte) *problem.Problem {
	_, err := t.New(name).Parse(string(bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))))
	if err == nil {
		return nil
	}
	at := problem.Place{File: "layouts/" + name, Line: 1, Column: 1}
	message := err.Error()
	if m := templateLine.FindStringSubmatch(message); m != nil {
		fmt.Sscan(m[1], &at.Line)
		message = m[3]
	}
	p := problem.At(at, "this layout cannot be read: %s", message).
		With("compare it with the one that came with the program; deleting your own copy brings that one back")
	return &p
}

// Printer prints the pages of one Site. What is the same on many pages is printed once.
type Printer struct {
	// Policy is printed into the page for missing addresses: a host shows it at addresses for which it has no headers.
	Policy string
	// Imports are the addresses of what a script imports at once, by the script's name.
	Imports map[string][]string

	set    *Set
	site   *site.Site
	assets map[string]string
	mu     sync.Mutex
	frames map[frameKey]frame
}

// frame is what stands above and below pages.
type frame struct {
	header, footer template.HTML
	sum            cache.Sum
}

type frameKey struct {
	document string
	current  *site.Page
	keys     bool // with access keys
	box      bool // with the search box
}

// Printer returns a Printer for a Site. assets maps the names of style sheets, scripts and pictures to addresses.
func (s *Set) Printer(in *site.Site, assets map[string]string) *Printer {
	return &Printer{set: s, site: in, assets: assets, frames: map[frameKey]frame{}}
}

// For returns a Printer for another state of the same Site, in which menus, words and assets are the same.
func (p *Printer) For(in *site.Site) *Printer {
	p.mu.Lock()
	defer p.mu.Unlock()
	after := &Printer{set: p.set, site: in, assets: p.assets, Policy: p.Policy, Imports: p.Imports, frames: maps.Clone(p.frames)}
	return after
}

// Print writes the document of a page. reads, if it is not nil, takes what the document was printed from.
func (p *Printer) Print(w io.Writer, page *site.Page, reads *Reads) error {
	v, _, err := p.view(page)
	if err != nil {
		return err
	}
	if reads != nil {
		reads.own = page
	}
	v.room = rooms.Get().(*bytes.Buffer)
	defer rooms.Put(v.room)
	d, err := p.set.document(documentOf(page))
	if err == nil {
		err = d.press.print(w, v, reads)
	}
	if err != nil {
		return fmt.Errorf("print %s: %w", page.File, err)
	}
	return nil
}

// rooms are what texts are read back into.
var rooms = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// Frame is the checksum of what a page has around it, header and footer, and of the layout it is printed in.
func (p *Printer) Frame(page *site.Page) (cache.Sum, error) {
	_, frame, err := p.view(page)
	return frame, err
}

func (p *Printer) view(page *site.Page) (v *View, frame cache.Sum, err error) {
	v = &View{Site: p.site, Page: page, Current: current(p.site, page), printer: p}
	key := frameKey{documentOf(page), v.Current, v.AccessKeys(), v.SearchBox()}
	p.mu.Lock()
	defer p.mu.Unlock()
	f, ok := p.frames[key]
	if !ok {
		if f, err = p.frame(v); err != nil {
			return nil, frame, err
		}
		p.frames[key] = f
	}
	v.Header, v.Footer = f.header, f.footer
	return v, f.sum, nil
}

// frame prints the header and footer for an entry of the menu, the first time somebody asks for them.
func (p *Printer) frame(v *View) (frame, error) {
	name := documentOf(v.Page)
	d, err := p.set.document(name)
	var header, footer strings.Builder
	if err == nil {
		err = d.press.standard.ExecuteTemplate(&header, "header", v)
	}
	if err == nil {
		err = d.press.standard.ExecuteTemplate(&footer, "footer", v)
	}
	if err != nil {
		return frame{}, fmt.Errorf("print the header and footer: %w", err)
	}
	around := []string{name, header.String(), footer.String()}
	if v.Current != nil {
		around = append(around, v.Current.Path)
	}
	sum := cache.SumOf([]byte(strings.Join(around, "\x00")))
	return frame{template.HTML(header.String()), template.HTML(footer.String()), sum}, nil
}

// current returns the entry of the menu that a page belongs to, or nil.
func current(s *site.Site, page *site.Page) *site.Page {
	for _, m := range s.Navigation {
		if m.Page == page || slices.Contains(page.Trail, m.Page) {
			return m.Page
		}
	}
	if page.Path == "search" {
		return page
	}
	return nil
}
