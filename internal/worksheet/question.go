// Package worksheet reads the questions of a worksheet and writes the JSON contract with the browser.
//
// A question is a block of YAML in the body of a page. This package knows the ten types of questions, checks what an
// author wrote, and puts questions and guidance together into a Form.
package worksheet

import (
	"slices"

	"signpost/internal/problem"
	"signpost/internal/schema"
)

// Item is one thing a question is about: an option, a row, a card. Prompts are shown with it as questions to think
// about; they come from pages and are never written in a question block.
type Item struct {
	ID      string   `json:"id" field:"id"`
	Text    string   `json:"text" field:"text"`
	Prompts []string `json:"prompts,omitempty"`
}

// Column is one field of the rows of a table question. Type is short, long, date or one; Options belong to one.
type Column struct {
	ID      string         `json:"id" field:"id"`
	Ask     string         `json:"ask" field:"ask"`
	Type    string         `json:"type" field:"type"`
	Hint    string         `json:"hint,omitempty" field:"hint"`
	Options []schema.Words `json:"options,omitempty" field:"options"`
}

// Question is one question as the browser gets it. Authors write options, rows, cards or items, and points or piles;
// the browser needs only one name for each: Items are what is chosen, rated, sorted or ranked, Points are where to.
type Question struct {
	ID        string         `json:"id" field:"id"`
	Type      string         `json:"type" field:"type"`
	Ask       string         `json:"ask" field:"ask"`
	Hint      string         `json:"hint,omitempty" field:"hint"`
	Prompts   []string       `json:"prompts,omitempty"`
	Sensitive bool           `json:"sensitive,omitempty" field:"sensitive"`
	Carry     string         `json:"carry,omitempty" field:"carry"` // worksheet/question whose answer may be brought over
	Lines     int            `json:"lines,omitempty" field:"lines"`
	AtMost    int            `json:"atMost,omitempty" field:"at_most"`
	Items     []Item         `json:"items,omitempty"`
	Points    []schema.Words `json:"points,omitempty"`
	Columns   []Column       `json:"columns,omitempty" field:"columns"`
	Row       string         `json:"row,omitempty" field:"row"`     // what one row of a table is called
	Blank     int            `json:"blank,omitempty" field:"blank"` // rows printed on paper
	Audiences []schema.Words `json:"audiences,omitempty" field:"audiences"`
	Consent   string         `json:"consent,omitempty" field:"consent"`
	From      string         `json:"-" field:"from"` // the list of pages the items come from

	Place problem.Place `json:"-"`
	list  []schema.Words
}

// Sources are the lists of pages a question may take its items from.
var Sources = []string{"framework", "skills", "specialties"}

const (
	defaultLines = 5
	defaultBlank = 3
	defaultRow   = "row"
)

// Parse checks the YAML of one question and returns it. A question with a Problem is returned too, as far as it could
// be read, so that the checks of the whole form still count it.
func Parse(n *schema.Node) (*Question, problem.List) {
	if n.Shape != schema.Map {
		return &Question{Place: n.Place}, problem.List{problem.At(n.Place, "a question needs keys, found %s", n.Shape).
			With("write one key a line: id, type and ask first, like id: best-day")}
	}
	kind, found := typeOf(n)
	if kind == nil {
		return &Question{ID: text(n, "id"), Place: n.Place}, found
	}
	fields := slices.Concat(CommonFields, kind.Fields)
	found = schema.Check("question type \""+kind.Name+"\"", fields, n)
	q := &Question{Place: n.Place}
	schema.Decode(n, q)
	q.settle(n, kind)
	return q, append(found, q.check(n, kind)...)
}

// typeOf finds the question's type in the table.
func typeOf(n *schema.Node) (*TypeDoc, problem.List) {
	names := make([]string, len(types))
	for i := range types {
		names[i] = types[i].Name
	}
	v := n.Get("type")
	if v == nil {
		return nil, problem.List{problem.At(n.Place, "field \"type\" is missing in a question").
			With("it says how the question is answered").With("allowed: %s", problem.Quote(names))}
	}
	if v.Shape == schema.Scalar {
		if i := slices.Index(names, v.Text); i >= 0 {
			return &types[i], nil
		}
	}
	return nil, problem.List{problem.At(v.Place, "unknown question type %q", v.Text).
		With("allowed: %s", problem.Quote(names)).Suggest(v.Text, names)}
}

// settle fills what the author left to us and gives the type's lists their common names.
func (q *Question) settle(n *schema.Node, kind *TypeDoc) {
	if kind.items != "" {
		q.list = words(n, kind.items)
		for _, w := range q.list {
			q.Items = append(q.Items, Item{ID: w.ID, Text: w.Text})
		}
	}
	if kind.points != "" {
		q.Points = words(n, kind.points)
	}
	switch q.Type {
	case "long":
		q.Lines = or(q.Lines, defaultLines)
	case "table":
		q.Blank = or(q.Blank, defaultBlank)
		if q.Row == "" {
			q.Row = defaultRow
		}
	}
	for i := range q.Columns {
		if q.Columns[i].Type == "" {
			q.Columns[i].Type = "short"
		}
	}
}

func or(value, fallback int) int {
	if value == 0 {
		return fallback
	}
	return value
}

// words reads a checked list of options.
func words(n *schema.Node, key string) []schema.Words {
	var holder struct {
		List []schema.Words `field:"list"`
	}
	if v := n.Get(key); v != nil && v.Shape == schema.List {
		schema.Decode(&schema.Node{Shape: schema.Map, Keys: []schema.Entry{{Key: "list", Value: *v}}}, &holder)
	}
	return holder.List
}

func text(n *schema.Node, key string) string {
	if v := n.Get(key); v != nil {
		return v.Text
	}
	return ""
}
