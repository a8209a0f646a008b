// Package markdown turns the body of a page into a tree, its links and headings, and HTML.
//
// It is the only user of goldmark. A body is parsed once; one walk over the tree then gives headings their ids and
// collects everything the other stages ask for.
package markdown

import (
	"bytes"
	"io"
	"strings"
	"sync"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"signpost/internal/problem"
)

// Heading is a heading of a body: its level (2 to 6), id and plain words.
type Heading struct {
	Level int
	ID    string
	Text  string
}

// Link is a link of a body as the author wrote it: Dest is its target, Image says whether it shows a picture.
type Link struct {
	Dest  string
	Image bool
	Place problem.Place
}

// Fence is a fenced block whose info string was claimed by Options.Claim: its words and the place of its first line.
type Fence struct {
	Info  string
	Text  string
	Place problem.Place
}

// Options says what surrounds a body.
type Options struct {
	File  string // for messages
	Line  int    // the line of the file on which the body starts, counted from 1
	Claim string // the info string of fences that are data, not code; empty for none
	// Words are the placeholders an author may write as {{name}}; a name outside it is a Problem.
	Words map[string]bool
	// Prose asks for the passages of running text, which only the check of the language reads.
	Prose bool
}

// Passage is a paragraph, list item or cell of running text, without marks.
type Passage struct {
	Text  string
	Place problem.Place
}

// Doc is a parsed body.
type Doc struct {
	Headings []Heading
	Links    []Link
	Fences   []Fence
	Passages []Passage // when Options.Prose asked for them
	Problems problem.List
	source   []byte
	root     ast.Node
}

// extensions are what authors may write beyond CommonMark: tables, strike-through, own containers and placeholders.
// Bare addresses are not made into links: nobody's prose needs it and every paragraph would pay for the search.
func newParser() parser.Parser {
	md := goldmark.New(
		goldmark.WithExtensions(extension.NewTable(extension.WithTableCellAlignMethod(extension.TableCellAlignNone)), extension.Strikethrough),
		goldmark.WithParserOptions(parser.WithAttribute(),
			parser.WithBlockParsers(util.Prioritized(containerParser{}, 150)),
			parser.WithInlineParsers(util.Prioritized(placeholderParser{}, 150))),
	)
	return md.Parser()
}

// A goldmark parser may be shared between goroutines once its first Parse has set it up.
var sharedParser = sync.OnceValue(func() parser.Parser {
	p := newParser()
	p.Parse(text.NewReader(nil))
	return p
})

// Parse reads a body and collects its headings, links, fences and Problems. It never fails: whatever is written is
// some Markdown.
func Parse(body []byte, o Options) *Doc {
	d := &Doc{source: body}
	d.root = sharedParser().Parse(text.NewReader(body))
	w := walker{doc: d, options: o, ids: map[string]int{}, lines: lineStarts(body)}
	w.walk()
	return d
}

// Target rewrites the destination of a link or picture for the page it is printed on.
type Target func(dest string) string

// Print says how a body is printed: Target rewrites links (nil leaves them), Words gives the HTML of placeholders.
type Print struct {
	Target Target
	Words  map[string]string
}

// Render writes the whole body as HTML.
func (d *Doc) Render(w io.Writer, p Print) error {
	o := outs.Get().(*out)
	defer outs.Put(o)
	o.Reset()
	o.Print = p
	if err := sharedRenderer().Render(o, d.source, d.root); err != nil {
		return err
	}
	_, err := w.Write(o.Bytes())
	return err
}

// Part is a run of a body between claimed fences: HTML, or a heading of level 2, or the index of a fence in Fences.
type Part struct {
	Heading *Heading
	HTML    string
	Fence   int // -1 where the part is not a fence
}

// Parts cuts the body at headings of level 2 and at claimed fences that stand at the left margin, in the order written.
func (d *Doc) Parts(p Print) ([]Part, error) {
	var parts []Part
	run := &out{Print: p}
	flush := func() {
		if s := strings.TrimSpace(run.String()); s != "" {
			parts = append(parts, Part{HTML: s, Fence: -1})
		}
		run.Reset()
	}
	fence := 0
	for n := d.root.FirstChild(); n != nil; n = n.NextSibling() {
		if h, ok := n.(*ast.Heading); ok && h.Level == 2 {
			flush()
			parts = append(parts, Part{Heading: d.heading(h), Fence: -1})
			continue
		}
		if _, ok := n.(*claimed); ok {
			flush()
			parts = append(parts, Part{Fence: fence})
			fence++
			continue
		}
		if err := sharedRenderer().Render(run, d.source, n); err != nil {
			return nil, err
		}
	}
	flush()
	return parts, nil
}

func (d *Doc) heading(n *ast.Heading) *Heading {
	id, _ := n.AttributeString("id")
	for i := range d.Headings {
		if b, ok := id.([]byte); ok && d.Headings[i].ID == string(b) {
			return &d.Headings[i]
		}
	}
	return nil
}

// out is where a body is printed. It carries how links and placeholders are printed, so that one renderer serves every
// body: making one costs as much as printing a short page.
type out struct {
	bytes.Buffer
	Print
}

// Buffered and Flush belong to the interface that goldmark prints to; nothing waits behind this buffer.
func (*out) Buffered() int { return 0 }
func (*out) Flush() error  { return nil }

var outs = sync.Pool{New: func() any { return new(out) }}

var sharedRenderer = sync.OnceValue(func() renderer.Renderer {
	r := renderer.NewRenderer(renderer.WithNodeRenderers(
		util.Prioritized(html.NewRenderer(), 1000),
		util.Prioritized(extension.NewStrikethroughHTMLRenderer(), 500),
		util.Prioritized(printer{}, 100),
	))
	// The first Render sets a renderer up; after that it may be shared between goroutines.
	_ = r.Render(new(out), nil, ast.NewDocument())
	return r
})
