package worksheet

import (
	"slices"

	"signpost/internal/schema"
)

// TypeDoc is one type of question: what it is for, its own fields and an example as an author would write it. The
// check and the editing guide are both made from it.
type TypeDoc struct {
	Name    string
	Help    string
	Answer  string // how an answer is written in a save file
	Fields  []schema.Field
	Example string

	items, points string // the fields that become Items and Points
}

// Types returns the ten types of questions, in the order of the editing guide.
func Types() []TypeDoc { return slices.Clone(types) }

// CommonFields are the keys every question may have, whatever its type.
var CommonFields = []schema.Field{
	{Name: "id", Type: schema.Slug, Required: true, Help: "a short name that stays the same when the words change; saved answers are kept under it", Example: "best-day"},
	{Name: "type", Type: schema.Choice, Required: true, Allowed: typeNames, Help: "how the question is answered", Example: "long"},
	{Name: "ask", Type: schema.Text, Required: true, Help: "the question, as people read it", Example: "Which day at work was your best?"},
	{Name: "hint", Type: schema.Text, Help: "one or two sentences of help under the question", Example: "Leave out names."},
	{Name: "sensitive", Type: schema.Boolean, Help: "true where an answer may be about health, money, family or faith; it is marked, and stays out of a shared copy unless chosen one by one", Example: "true"},
	{Name: "carry", Type: schema.Page, Help: "the question of another worksheet whose answer can be brought over, written worksheet/question", Example: "before-your-first-session/first-steps"},
}

var typeNames = []string{"short", "long", "date", "one", "many", "scale", "sort", "rank", "table", "share"}

func many(name, help, example string) schema.Field {
	return schema.Field{Name: name, Type: schema.Many, Of: &schema.Field{Type: schema.Option}, Min: 2, Max: 200, Help: help, Example: example}
}

var (
	from   = schema.Field{Name: "from", Type: schema.Choice, Allowed: Sources, Help: "takes the items from pages of the site, so that a new page appears by itself", Example: "framework"}
	piles  = schema.Field{Name: "piles", Type: schema.Many, Of: &schema.Field{Type: schema.Option}, Min: 2, Max: 6, Required: true, Help: "the piles, two to six", Example: "[Must have, Good to have, Can live without]"}
	points = schema.Field{Name: "points", Type: schema.Many, Of: &schema.Field{Type: schema.Option}, Min: 2, Max: 7, Required: true, Help: "the points of the scale, two to seven, in order", Example: "[Drains me, Neither, Gives me energy]"}
	column = schema.Field{Type: schema.Record, Fields: []schema.Field{
		{Name: "id", Type: schema.Slug, Required: true, Help: "a short name that stays the same", Example: "action"},
		{Name: "ask", Type: schema.Text, Required: true, Help: "the words above the field", Example: "What I will do"},
		{Name: "type", Type: schema.Choice, Allowed: []string{"short", "long", "date", "one"}, Help: "short, long, date or one; short when left out", Example: "long"},
		{Name: "hint", Type: schema.Text, Help: "help under the words", Example: "Small enough for this month."},
		{Name: "options", Type: schema.Many, Of: &schema.Field{Type: schema.Option}, Min: 2, Max: 40, Help: "the choices of a column of type one", Example: "[Not started, Done]"},
	}}
)

var types = []TypeDoc{
	{Name: "short", Help: "a few words on one line", Answer: `"some words"`, Example: `id: grade
type: short
ask: What is your present grade?
hint: For example ST3 or clinical fellow.
`},
	{Name: "long", Help: "free text of any length; with from it is asked once for each page of that list, with the page's questions as prompts", Answer: `"some words"`, Fields: []schema.Field{
		{Name: "lines", Type: schema.Integer, Min: 2, Max: 30, Help: "how many lines the empty field shows and prints; 5 when left out", Example: "8"},
		from,
	}, Example: `id: best-post
type: long
ask: Which post suited you best, and why?
lines: 8
`},
	{Name: "date", Help: "a day", Answer: `"2026-11-23"`, Example: `id: deadline
type: date
ask: Is there a date by which you must decide?
`},
	{Name: "one", Help: "one choice out of a few", Answer: `"exploring"`, items: "options", Fields: []schema.Field{
		many("options", "the choices", "[Decided, Exploring, Rethinking]"), from,
	}, Example: `id: where
type: one
ask: Where do you stand?
options:
  - {id: decided, text: I have decided}
  - {id: exploring, text: I am exploring}
  - {id: rethinking, text: I am rethinking}
`},
	{Name: "many", Help: "any number of choices", Answer: `["variety", "pace"]`, items: "options", Fields: []schema.Field{
		many("options", "the choices", "[Variety, Pace, Place]"), from,
		{Name: "at_most", Type: schema.Integer, Min: 2, Max: 50, Help: "a friendly limit: more can be chosen, but the page says how many were asked for", Example: "3"},
	}, Example: `id: reasons
type: many
ask: What brought you here?
options: [A change in my life, Doubts about my specialty, Advice from a supervisor]
`},
	{Name: "scale", Help: "rates each row on the same scale", Answer: `{"nights": "drains-me"}`, items: "rows", points: "points", Fields: []schema.Field{
		many("rows", "what is rated", "[Nights, Clinics, Teaching]"), from, points,
	}, Example: `id: energy
type: scale
ask: What does each part of the work do to you?
rows: [Nights, Clinics, Teaching]
points: [Drains me, Neither, Gives me energy]
`},
	{Name: "sort", Help: "puts cards into piles", Answer: `{"variety": "must-have"}`, items: "cards", points: "piles", Fields: []schema.Field{
		many("cards", "the cards", "[Variety, Security, Time at home]"), from, piles,
	}, Example: `id: values
type: sort
ask: What matters most to you at work?
hint: Put each card in one pile. There are no right answers.
piles: [Must have, Good to have, Can live without, Must not have]
cards:
  - Knowing patients over years
  - Working with my hands
`},
	{Name: "rank", Help: "puts a few things in order", Answer: `["home", "team"]`, items: "items", Fields: []schema.Field{
		many("items", "what is put in order", "[Team, Home, Pay]"), from,
		{Name: "at_most", Type: schema.Integer, Min: 2, Max: 20, Help: "how many places there are; as many as there are items when left out", Example: "3"},
	}, Example: `id: top-three
type: rank
ask: Which three would you protect first?
items: [Team, Home, Pay, Learning]
at_most: 3
`},
	{Name: "table", Help: "rows that can be added, each with the same fields", Answer: `[{"action": "Ring the college", "by": "2026-12-01"}]`, Fields: []schema.Field{
		{Name: "columns", Type: schema.Many, Of: &column, Min: 1, Max: 10, Required: true, Help: "the fields of a row", Example: "[{id: action, ask: What I will do}, {id: by, ask: By when, type: date}]"},
		{Name: "row", Type: schema.Text, Help: "what one row is called, in the singular", Example: "action"},
		{Name: "blank", Type: schema.Integer, Min: 1, Max: 12, Help: "how many empty rows are printed; 3 when left out", Example: "4"},
	}, Example: `id: actions
type: table
ask: What will you do next?
row: action
columns:
  - {id: action, ask: What I will do, type: long}
  - {id: by, ask: By when, type: date}
`},
	{Name: "share", Help: "who may see which section; nobody sees anything until it is ticked", Answer: `{"adviser": ["my-story"]}`, Fields: []schema.Field{
		{Name: "audiences", Type: schema.Many, Of: &schema.Field{Type: schema.Option}, Min: 1, Max: 6, Required: true, Help: "the people or groups one may share with", Example: "[{id: adviser, text: My career adviser}]"},
		{Name: "consent", Type: schema.Text, Help: "a sentence printed at the top of a shared copy", Example: "I agree that the person named below may read this copy."},
	}, Example: `id: sharing
type: share
ask: What may others see?
audiences:
  - {id: adviser, text: My career adviser}
  - {id: case-manager, text: My case manager}
`},
}
