package layout

import (
	"bytes"
	"fmt"
	"html/template"
	"maps"
	"regexp"
	"slices"
	"strings"
	"sync"
	"text/template/parse"

	"signpost/internal/site"
)

// document is the templates in which the pages of one kind, or one tool, are printed. They are put together when the
// first page asks for them, because few sites have pages of all kinds.
type document struct {
	name   string
	own    []byte             // the document's own file
	shared *template.Template // base and parts
	once   sync.Once
	err    error
	press  *press
	used   []string // the sources of all templates it can reach

	readsOthers bool
}

func (s *Set) document(name string) (*document, error) {
	d := s.documents[name]
	d.once.Do(func() { d.err = d.assemble() })
	return d, d.err
}

func (d *document) assemble() error {
	t, err := d.shared.Clone()
	if err != nil {
		return fmt.Errorf("copy the layouts: %w", err)
	}
	if p := add(t, d.name+".html", d.own); p != nil {
		return fmt.Errorf("%s", p.Message)
	}
	for _, t := range t.Templates() {
		squeeze(t.Tree)
	}
	d.used = reached(t)
	d.readsOthers = readsOthers(d.used)
	d.press = newPress(t, Funcs(), pageFuncs)
	return nil
}

// otherBody finds templates that take the text, headings or links of a page other than the one that is printed, or may.
var otherBody = regexp.MustCompile(`(\w\.|\)\.)(Body|Headings|Links|Passages)\b`)

// ReadsOthers says whether a page's document may hold something of another page's text. Then every change of a text can
// change every page. Layouts that come with the program read .Body and .Contents of their own page only.
func (s *Set) ReadsOthers() bool {
	for _, d := range s.documents {
		if d.readsOthers {
			return true
		}
	}
	return false
}

func readsOthers(templates []string) bool {
	return slices.ContainsFunc(templates, func(text string) bool {
		return otherBody.MatchString(text) || strings.Count(text, ".Body") > 1 || strings.Contains(text, ".Headings")
	})
}

// Need is what pages load: Used holds the texts of the templates they can reach, in which every class and element name
// they may print stands as a word; Modules names the scripts they may load.
type Need struct{ Used, Modules []string }

// Documents returns the names of the layouts in which the pages of a site are printed, sorted.
func Documents(in *site.Site) []string {
	names := map[string]bool{}
	for _, p := range in.Pages {
		names[documentOf(p)] = true
	}
	return slices.Sorted(maps.Keys(names))
}

var moduleName = regexp.MustCompile(`"([a-z0-9-]+)\.js"`)

// Needs returns what the pages of a site load, by the name of their style sheet. What no page needs is not made.
func (s *Set) Needs(in *site.Site) (map[string]Need, error) {
	needs := map[string]Need{}
	for _, name := range Documents(in) {
		d, err := s.document(name)
		if err != nil {
			return nil, err
		}
		need := needs[sheetOf(name)]
		need.Used = append(need.Used, d.used...)
		if script, ok := scripts[name]; ok {
			need.Modules = append(need.Modules, script)
		}
		for _, text := range d.used {
			for _, m := range moduleName.FindAllStringSubmatch(text, -1) {
				need.Modules = append(need.Modules, m[1])
			}
		}
		slices.Sort(need.Modules)
		need.Modules = slices.Compact(need.Modules)
		needs[sheetOf(name)] = need
	}
	return needs, nil
}

// reached returns the sources of all templates that "base", "header" and "footer" call, directly or through others.
func reached(t *template.Template) []string {
	seen := map[string]bool{}
	var sources []string
	var visit func(name string)
	var walk func(n parse.Node)
	visit = func(name string) {
		in := t.Lookup(name)
		if seen[name] || in == nil || in.Tree == nil {
			return
		}
		seen[name] = true
		sources = append(sources, in.Tree.Root.String())
		walk(in.Tree.Root)
	}
	walk = func(n parse.Node) {
		switch n := n.(type) {
		case *parse.ListNode:
			if n != nil {
				for _, c := range n.Nodes {
					walk(c)
				}
			}
		case *parse.TemplateNode:
			visit(n.Name)
		case *parse.IfNode:
			walk(n.List)
			walk(n.ElseList)
		case *parse.RangeNode:
			walk(n.List)
			walk(n.ElseList)
		case *parse.WithNode:
			walk(n.List)
			walk(n.ElseList)
		}
	}
	for _, name := range []string{"base", "header", "footer"} {
		visit(name)
	}
	slices.Sort(sources)
	return sources
}

var space = regexp.MustCompile(`[ \t\r\n]+`)

// squeeze shortens white space in a template's own text once, so that no page pays for it. Runs become one space or one
// line break, which browsers show alike; layouts hold no preformatted text.
func squeeze(tree *parse.Tree) {
	if tree == nil {
		return
	}
	var walk func(n parse.Node)
	walk = func(n parse.Node) {
		switch n := n.(type) {
		case *parse.ListNode:
			if n == nil {
				return
			}
			for _, c := range n.Nodes {
				walk(c)
			}
		case *parse.TextNode:
			n.Text = space.ReplaceAllFunc(n.Text, func(run []byte) []byte {
				if bytes.IndexByte(run, '\n') >= 0 {
					return []byte("\n")
				}
				return []byte(" ")
			})
		case *parse.IfNode:
			walk(n.List)
			walk(n.ElseList)
		case *parse.RangeNode:
			walk(n.List)
			walk(n.ElseList)
		case *parse.WithNode:
			walk(n.List)
			walk(n.ElseList)
		}
	}
	walk(tree.Root)
}
