package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// Containers are the components an author may write between fences of three colons, with what each is for.
// Those with Titled take words after their name.
var Containers = []struct {
	Name   string
	Titled bool
	Help   string
}{
	{"inset", false, "sets a passage apart with a bar at its side"},
	{"callout", true, "a card for what must not be missed; its words are the card's heading"},
	{"details", true, "text that opens when its words are clicked"},
	{"do", true, "a list of things to do, with ticks"},
	{"dont", true, "a list of things not to do, with crosses"},
	{"action", false, "one link, shown as the page's main action"},
}

func containerNames() []string {
	names := make([]string, len(Containers))
	for i, c := range Containers {
		names[i] = c.Name
	}
	return names
}

var kindContainer = ast.NewNodeKind("Container")

// container is a component: ":::" and its name, any blocks, ":::".
type container struct {
	ast.BaseBlock
	name   string
	title  string
	level  int // of the heading a callout or list prints, set by the walk
	colons int
	closed bool
}

func (c *container) Kind() ast.NodeKind { return kindContainer }
func (c *container) Dump(source []byte, level int) {
	ast.DumpHelper(c, source, level, map[string]string{"name": c.name, "title": c.title}, nil)
}

type containerParser struct{}

func (containerParser) Trigger() []byte { return []byte{':'} }

func colons(line []byte) int {
	line = bytes.TrimLeft(line, " ")
	return len(line) - len(bytes.TrimLeft(line, ":"))
}

func (containerParser) Open(_ ast.Node, reader text.Reader, _ parser.Context) (ast.Node, parser.State) {
	line, _ := reader.PeekLine()
	n := colons(line)
	words := strings.TrimSpace(strings.TrimLeft(string(line), " :"))
	if n < 3 || words == "" {
		return nil, parser.NoChildren
	}
	name, title, _ := strings.Cut(words, " ")
	reader.AdvanceToEOL()
	return &container{name: name, title: strings.TrimSpace(title), colons: n}, parser.HasChildren
}

func (containerParser) Continue(node ast.Node, reader text.Reader, _ parser.Context) parser.State {
	c := node.(*container)
	line, _ := reader.PeekLine()
	if n := colons(line); n >= 3 && n == c.colons && len(bytes.TrimSpace(line)) == n && !openInside(c) {
		c.closed = true
		reader.AdvanceToEOL()
		return parser.Close
	}
	return parser.Continue | parser.HasChildren
}

// openInside says whether a container with as many colons is still open inside c, to which a closing line then belongs.
func openInside(c *container) bool {
	for n := c.LastChild(); n != nil; n = n.LastChild() {
		if in, ok := n.(*container); ok && !in.closed && in.colons == c.colons {
			return true
		}
	}
	return false
}

func (containerParser) Close(ast.Node, text.Reader, parser.Context) {}
func (containerParser) CanInterruptParagraph() bool                 { return true }
func (containerParser) CanAcceptIndentedLine() bool                 { return false }

var kindPlaceholder = ast.NewNodeKind("Placeholder")

// placeholder is a word that staff may change in one place: {{trainee}}.
type placeholder struct {
	ast.BaseInline
	name string
}

func (p *placeholder) Kind() ast.NodeKind { return kindPlaceholder }
func (p *placeholder) Dump(source []byte, level int) {
	ast.DumpHelper(p, source, level, map[string]string{"name": p.name}, nil)
}

type placeholderParser struct{}

func (placeholderParser) Trigger() []byte { return []byte{'{'} }

func (placeholderParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, segment := block.PeekLine()
	if !bytes.HasPrefix(line, []byte("{{")) {
		return nil
	}
	end := bytes.Index(line, []byte("}}"))
	if end < 0 {
		return nil
	}
	p := &placeholder{name: strings.TrimSpace(string(line[2:end]))}
	p.SetPos(segment.Start)
	block.Advance(end + 2)
	return p
}

var kindClaimed = ast.NewNodeKind("Claimed")

// claimed is a fenced block that is data: it has its place in the body but prints nothing by itself.
type claimed struct{ ast.BaseBlock }

func (c *claimed) Kind() ast.NodeKind            { return kindClaimed }
func (c *claimed) Dump(source []byte, level int) { ast.DumpHelper(c, source, level, nil, nil) }
