package layout

import (
	"fmt"
	"html/template"
	"maps"
	"regexp"
	"slices"
	"strings"
	"sync"
	"text/template/parse"

	"golang.org/x/sync/errgroup"

	"signpost/internal/site"
)

// piece is one template of the layouts as its file has it, without the white space that no page needs.
type piece struct {
	tree   *parse.Tree
	source string
	calls  []string // the templates it calls, by name
}

// piecesOf returns the templates of a set by their names.
func piecesOf(t *template.Template) map[string]piece {
	pieces := map[string]piece{}
	for _, each := range t.Templates() {
		if each.Tree != nil {
			squeeze(each.Tree)
			pieces[each.Name()] = piece{each.Tree, each.Tree.Root.String(), calls(each.Tree.Root)}
		}
	}
	return pieces
}

// document is the templates in which the pages of one kind, or one tool, are printed. They are put together when the
// first page asks for them, because few sites have pages of all kinds.
type document struct {
	name        string
	own, shared map[string]piece // of the document's own file, and of base and parts
	once        sync.Once
	err         error
	press       *press
	used        []string // the sources of all templates it can reach

	readsOthers bool
}

func (s *Set) document(name string) (*document, error) {
	d := s.documents[name]
	d.once.Do(func() { d.err = d.assemble() })
	return d, d.err
}

// assemble puts several documents together at the same time.
func (s *Set) assemble(names []string) error {
	var group errgroup.Group
	for _, name := range names {
		group.Go(func() error {
			_, err := s.document(name)
			return err
		})
	}
	return group.Wait()
}

func (d *document) assemble() error {
	t := template.New(d.name).Funcs(Funcs()).Funcs(pageFuncs)
	for name, p := range d.reached() {
		// What makes templates safe changes them, and each document has its own places for the same part.
		if _, err := t.AddParseTree(name, p.tree.Copy()); err != nil {
			return fmt.Errorf("put the layout %s together: %w", d.name, err)
		}
		d.used = append(d.used, p.source)
	}
	slices.Sort(d.used)
	d.readsOthers = readsOthers(d.used)
	d.press = newPress(t, Funcs(), pageFuncs)
	return nil
}

// reached returns the templates that "base", "header" and "footer" call, directly or through others. A document's own
// stand for those of the same name that all share.
func (d *document) reached() map[string]piece {
	found := map[string]piece{}
	var visit func(names []string)
	visit = func(names []string) {
		for _, name := range names {
			p, ok := d.own[name]
			if !ok {
				p, ok = d.shared[name]
			}
			if _, seen := found[name]; ok && !seen {
				found[name] = p
				visit(p.calls)
			}
		}
	}
	visit([]string{"base", "header", "footer"})
	return found
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
// they may print stands as a word; Scripts names the scripts they may load.
type Need struct{ Used, Scripts []string }

// Documents returns the names of the layouts in which the pages of a site are printed, sorted.
func Documents(in *site.Site) []string {
	names := map[string]bool{}
	for _, p := range in.Pages {
		names[documentOf(p)] = true
	}
	return slices.Sorted(maps.Keys(names))
}

var scriptName = regexp.MustCompile(`"([a-z0-9-]+)\.js"`)

// Needs returns what the pages of a site load, by the name of their style sheet. What no page needs is not made.
func (s *Set) Needs(in *site.Site) (map[string]Need, error) {
	names := Documents(in)
	if err := s.assemble(names); err != nil {
		return nil, err
	}
	needs := map[string]Need{}
	for _, name := range names {
		d := s.documents[name]
		need := needs[sheetOf(name)]
		need.Used = append(need.Used, d.used...)
		for _, text := range d.used {
			if script, ok := scripts[name]; ok && strings.Contains(text, ".Script") {
				need.Scripts = append(need.Scripts, script)
			}
			for _, m := range scriptName.FindAllStringSubmatch(text, -1) {
				need.Scripts = append(need.Scripts, m[1])
			}
		}
		slices.Sort(need.Scripts)
		need.Scripts = slices.Compact(need.Scripts)
		needs[sheetOf(name)] = need
	}
	return needs, nil
}

// calls returns the names of the templates that a tree calls.
func calls(root *parse.ListNode) (names []string) {
	visit(root, func(n parse.Node) {
		if call, ok := n.(*parse.TemplateNode); ok {
			names = append(names, call.Name)
		}
	})
	return names
}

// visit goes through a tree, branches and loops included.
func visit(n parse.Node, each func(parse.Node)) {
	each(n)
	var lists []*parse.ListNode
	switch n := n.(type) {
	case *parse.ListNode:
		if n != nil {
			for _, child := range n.Nodes {
				visit(child, each)
			}
		}
	case *parse.IfNode:
		lists = []*parse.ListNode{n.List, n.ElseList}
	case *parse.RangeNode:
		lists = []*parse.ListNode{n.List, n.ElseList}
	case *parse.WithNode:
		lists = []*parse.ListNode{n.List, n.ElseList}
	}
	for _, list := range lists {
		visit(list, each)
	}
}

// squeeze shortens white space in a template's own text once, so that no page pays for it. Runs become one space or one
// line break, which browsers show alike; layouts hold no preformatted text.
func squeeze(tree *parse.Tree) {
	visit(tree.Root, func(n parse.Node) {
		if text, ok := n.(*parse.TextNode); ok {
			text.Text = squeezed(text.Text)
		}
	})
}

// squeezed shortens the white space of a text in its own place.
func squeezed(text []byte) []byte {
	short, blank := text[:0], false
	for _, c := range text {
		before := blank
		if blank = strings.IndexByte(" \t\r\n", c) >= 0; !blank {
			short = append(short, c)
		} else if !before {
			short = append(short, ' ')
		}
		if c == '\n' {
			short[len(short)-1] = c
		}
	}
	return short
}
