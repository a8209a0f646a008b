package content

import (
	"errors"
	"regexp"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"

	"signpost/internal/problem"
	"signpost/internal/schema"
)

// parseYAML turns a block of YAML into a Node. at is the place of the block's first line; Nodes and Problems carry
// places in the file. A block with nothing in it is an empty Map.
func parseYAML(block string, at problem.Place) (*schema.Node, problem.List) {
	if found := tabs(block, at); found != nil {
		return nil, found
	}
	file, err := parser.ParseBytes([]byte(block), 0, parser.AllowDuplicateMapKey())
	if err != nil {
		return nil, problem.List{syntax(err, at)}
	}
	c := converter{at: at}
	if len(file.Docs) == 0 || file.Docs[0].Body == nil {
		return &schema.Node{Shape: schema.Map, Place: at}, nil
	}
	if len(file.Docs) > 1 {
		p := at
		p.Line += file.Docs[1].GetToken().Position.Line - 1
		return nil, problem.List{problem.At(p, "a second block of keys starts here").With("keep all keys in one block")}
	}
	n := c.node(file.Docs[0].Body)
	return &n, c.found
}

// tabs reports indentation by tabs, which YAML forbids and whose message from any parser is a riddle.
func tabs(block string, at problem.Place) problem.List {
	var found problem.List
	for i, line := range strings.Split(block, "\n") {
		indent := line[:len(line)-len(strings.TrimLeft(line, " \t"))]
		if j := strings.IndexByte(indent, '\t'); j >= 0 && strings.TrimSpace(line) != "" {
			found = append(found, problem.At(problem.Place{File: at.File, Line: at.Line + i, Column: j + 1, Length: 1}, "a tab at the start of a line").
				With("indent with spaces, two for each step"))
		}
	}
	return found
}

// A key whose value holds ": " is by far the commonest slip; the parser then speaks of mappings.
var colonInValue = regexp.MustCompile(`(?i)mapping value|value is not allowed in this context|could not find expected`)

func syntax(err error, at problem.Place) problem.Problem {
	var bad *yaml.SyntaxError
	p := problem.Place{File: at.File, Line: at.Line, Column: 1}
	message := err.Error()
	if errors.As(err, &bad) {
		message = bad.Message
		if t := bad.Token; t != nil {
			p.Line, p.Column = at.Line+t.Position.Line-1, t.Position.Column
		}
	}
	message, _, _ = strings.Cut(message, "\n")
	out := problem.At(p, "these keys cannot be read: %s", message)
	if colonInValue.MatchString(message) {
		return out.With("if a value contains a colon and a space, put the whole value in double quotes: title: \"Start: here\"")
	}
	return out.With("check this line and the one before: quotes and brackets in pairs, one key a line, two spaces for each step")
}

// converter turns goccy's tree into Nodes. What front matter has no use for (anchors, aliases, tags, merges) is a Problem.
type converter struct {
	at    problem.Place
	found problem.List
}

func (c *converter) place(t *token.Token) problem.Place {
	if t == nil || t.Position == nil {
		return c.at
	}
	return problem.Place{File: c.at.File, Line: c.at.Line + t.Position.Line - 1, Column: t.Position.Column, Length: len(strings.TrimSpace(t.Value))}
}

func (c *converter) node(n ast.Node) schema.Node {
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
	case *ast.NullNode:
		out.Shape = schema.Null
	case *ast.StringNode:
		out.Shape, out.Text = schema.Scalar, n.Value
		out.Quoted = n.Token.Type == token.SingleQuoteType || n.Token.Type == token.DoubleQuoteType
	case *ast.LiteralNode:
		out.Shape, out.Text, out.Quoted = schema.Scalar, n.Value.Value, true
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode, *ast.InfinityNode, *ast.NanNode:
		out.Shape, out.Text = schema.Scalar, n.GetToken().Value
	case *ast.CommentGroupNode:
		out.Shape = schema.Null
	default:
		c.found = append(c.found, problem.At(out.Place, "this kind of YAML is not used here: %s", n.Type()).
			With("write plain keys, lists and text; put the value in double quotes if it starts with one of & * ! %% @"))
	}
	return out
}

func (c *converter) entry(v *ast.MappingValueNode) schema.Entry {
	t := v.Key.GetToken()
	return schema.Entry{Key: t.Value, Place: c.place(t), Value: c.node(v.Value)}
}
