package content

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"

	"signpost/internal/problem"
	"signpost/internal/schema"
)

// maxBlockBytes is the longest block of YAML that is read from a page. The longest real one has 5 kB; brackets nested
// for a megabyte would keep the library busy for hours.
const maxBlockBytes = 32 << 10

// parseBlock is parseYAML for the front matter or a question of a page.
func parseBlock(block string, at problem.Place) (*schema.Node, problem.List) {
	if len(block) > maxBlockBytes {
		return nil, problem.List{problem.At(at, "the block of keys that starts here is too long: %d kB, at most %d kB", len(block)>>10, maxBlockBytes>>10).
			With("longer text belongs in the body of the page")}
	}
	return parseYAML(block, at)
}

// parseYAML turns a block of YAML into a Node. at is the place of the block's first line; Nodes and Problems carry
// places in the file. A block with nothing in it is an empty Map.
func parseYAML(block string, at problem.Place) (*schema.Node, problem.List) {
	lines := strings.Split(block, "\n")
	if found := invisible(lines, at); found != nil {
		return nil, found
	}
	file, err := parser.ParseBytes([]byte(block), parser.ParseComments, parser.AllowDuplicateMapKey())
	if err != nil {
		return nil, problem.List{syntax(err, lines, at)}
	}
	c := converter{at: at, lines: lines}
	docs := slices.DeleteFunc(file.Docs, func(d *ast.DocumentNode) bool { return d.Body == nil })
	if len(docs) == 0 {
		return &schema.Node{Shape: schema.Map, Place: at}, nil
	}
	if len(docs) > 1 {
		second := c.place(docs[1].GetToken())
		second.Column, second.Length = 1, 0
		return nil, problem.List{problem.At(second, "a second block of keys starts here").With("keep all keys in one block")}
	}
	n := c.node(docs[0].Body)
	if n.Shape == schema.Null && isComment(docs[0].Body) {
		n.Shape = schema.Map // nothing but notes
	}
	return &n, c.found
}

// invisible reports signs that look like a space and are none. YAML forbids tabs before a key, the library drops those
// inside a value, and what comes from a web page or from Word is often a hard space.
func invisible(lines []string, at problem.Place) problem.List {
	var found problem.List
	for i, line := range lines {
		if strings.TrimSpace(line) == "" {
			continue
		}
		text := strings.TrimLeft(line, " \t")
		place := problem.Place{File: at.File, Line: at.Line + i, Length: 1}
		if j := strings.IndexByte(line, '\t'); j >= 0 {
			place.Column = j + 1
			if j < len(line)-len(text) {
				found = append(found, problem.At(place, "a tab at the start of a line").With("indent with spaces, two for each step"))
			} else {
				found = append(found, problem.At(place, "a tab inside a line of the keys").With("put a space in its place"))
			}
			continue
		}
		for _, sign := range []string{"\u00a0", "\u200b", "\ufeff", "\u2003"} {
			if strings.HasPrefix(text, sign) {
				place.Column, place.Length = len(line)-len(text)+1, len(sign)
				found = append(found, problem.At(place, "an invisible special sign at the start of a line").
					With("delete everything before the first letter of the line and type the spaces again"))
			}
		}
	}
	return found
}

// in makes a place in the file of a line and column in the block, where the library counts characters.
func in(at problem.Place, lines []string, line, column int) problem.Place {
	p := problem.Place{File: at.File, Line: at.Line + line - 1, Column: column}
	if line < 1 || line > len(lines) {
		return p
	}
	for i := range lines[line-1] {
		if column--; column == 0 {
			p.Column = i + 1
		}
	}
	return p
}

// converter turns goccy's tree into Nodes. What front matter has no use for (anchors, aliases, tags, merges) is a Problem.
type converter struct {
	at    problem.Place
	lines []string
	found problem.List
}

func (c *converter) place(t *token.Token) problem.Place {
	if t == nil || t.Position == nil {
		return c.at
	}
	p := in(c.at, c.lines, t.Position.Line, t.Position.Column)
	first, _, _ := strings.Cut(strings.TrimSpace(t.Value), "\n")
	p.Length = len(first)
	return p
}

func (c *converter) node(n ast.Node) schema.Node {
	if n == nil {
		return schema.Node{Place: c.at}
	}
	out := schema.Node{Place: c.place(n.GetToken())}
	switch n := n.(type) {
	case *ast.MappingNode:
		out.Shape = schema.Map
		for _, v := range n.Values {
			out.Keys = append(out.Keys, c.entry(v))
		}
		if len(out.Keys) > 0 {
			out.Place = out.Keys[0].Place
		}
	case *ast.MappingValueNode:
		out.Shape = schema.Map
		out.Keys = []schema.Entry{c.entry(n)}
		out.Place = out.Keys[0].Place
	case *ast.SequenceNode:
		out.Shape = schema.List
		for _, v := range n.Values {
			out.Items = append(out.Items, c.node(v))
		}
	case *ast.NullNode, *ast.CommentGroupNode:
		out.Shape = schema.Null
	case *ast.StringNode:
		out.Shape, out.Text = schema.Scalar, n.Value
		out.Quoted = n.Token.Type == token.SingleQuoteType || n.Token.Type == token.DoubleQuoteType
		c.plain(n, out.Quoted)
	case *ast.LiteralNode:
		out.Shape, out.Text, out.Quoted = schema.Scalar, n.Value.Value, true
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode, *ast.InfinityNode, *ast.NanNode:
		out.Shape, out.Text = schema.Scalar, n.GetToken().Value
	default:
		out.Shape = schema.Broken
		c.found = append(c.found, problem.At(out.Place, "a value that starts with the sign %s has a special meaning that is not used here", c.sign(out.Place)).
			With("put the whole value in double quotes if the sign itself is meant"))
	}
	return out
}

func isComment(n ast.Node) bool {
	_, ok := n.(*ast.CommentGroupNode)
	return ok
}

// plain reports two ways in which YAML reads something else than an author sees, without a word.
func (c *converter) plain(n *ast.StringNode, quoted bool) {
	if quoted {
		return
	}
	lines := strings.Split(strings.TrimRight(n.Token.Origin, " \n"), "\n")
	for i, line := range lines {
		if text := strings.TrimLeft(line, " "); i > 0 && strings.HasPrefix(text, "- ") {
			at := in(c.at, c.lines, c.lineOf(line, n.Token.Position.Line+i), len(line)-len(text)+1)
			c.found = append(c.found, problem.At(at, "this item of a list is indented more than the one above, so it is read as a part of it").
				With("start every hyphen of a list in the same column"))
		}
	}
	if comment := n.GetComment(); comment != nil && len(comment.Comments) > 0 {
		if at := c.place(comment.Comments[0].GetToken()); at.Line == c.place(n.Token).Line {
			c.found = append(c.found, problem.At(at, "the words after the sign # are a note and are not printed").
				With("put the whole value in double quotes to print them, or put the note on a line of its own").AsWarning())
		}
	}
}

// lineOf returns the nearest line at or above last that reads so; the library counts some lines of a value twice.
func (c *converter) lineOf(line string, last int) int {
	for i := min(last, len(c.lines)); i > 0; i-- {
		if strings.TrimRight(c.lines[i-1], " ") == strings.TrimRight(line, " ") {
			return i
		}
	}
	return last
}

// sign returns the character at a place of the block.
func (c *converter) sign(at problem.Place) string {
	if i := at.Line - c.at.Line; i >= 0 && i < len(c.lines) && at.Column > 0 && at.Column <= len(c.lines[i]) {
		r, _ := utf8.DecodeRuneInString(c.lines[i][at.Column-1:])
		return string(r)
	}
	return "& * or !"
}

func (c *converter) entry(v *ast.MappingValueNode) schema.Entry {
	t := v.Key.GetToken()
	if t == nil {
		return schema.Entry{Place: c.at, Value: c.node(v.Value)}
	}
	return schema.Entry{Key: t.Value, Place: c.place(t), Value: c.node(v.Value)}
}
