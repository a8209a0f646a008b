package explorer

import (
	"path"
	"slices"
	"strings"

	"signpost/internal/content"
	"signpost/internal/schema"
	"signpost/internal/site"
)

// Table is all pages of one kind with what can be compared of them. Kind is "specialty", "career" or "skill".
type Table struct {
	Kind    string
	Many    string // the kind's name for several: "specialties"
	Columns []Column
	Rows    []Line
}

// Column is one thing that can be compared. Each says that its items are compared one by one, and Missing what stands
// for an item that a page does not have.
type Column struct {
	Name    string
	Each    bool
	Missing string
}

// Line is one page. A cell without words is not confirmed.
type Line struct {
	Page  *site.Page
	ID    string
	Cells []Cell
}

// Cell is one text or several items.
type Cell struct {
	Text  string
	Items []string
}

// Known says whether anything stands in the cell.
func (c Cell) Known() bool { return c.Text != "" || len(c.Items) > 0 }

// notNamed stands for a skill, career or specialty that a page does not name.
const notNamed = "Not named"

// many are the names of what can be compared, for several.
var many = map[string]string{"specialty": "specialties", "career": "careers", "skill": "skills"}

// Comparison returns the pages that a page compares: those of the folder it stands below. It is nil where the folder
// holds nothing that can be compared.
func Comparison(s *site.Site, p *site.Page) *Table {
	kind := schema.KindOf(path.Dir(p.Path) + "/x.md").Name
	t := &Table{Kind: kind, Many: many[kind]}
	if t.Many == "" {
		return nil
	}
	var fill func(*site.Page) []Cell
	switch kind {
	case "specialty":
		t.Columns, fill = specialties(Of(s))
	case "career":
		t.Columns, fill = careers()
	case "skill":
		t.Columns, fill = skills()
	}
	pages := s.OfKind(kind)
	slices.SortStableFunc(pages, func(a, b *site.Page) int {
		return strings.Compare(strings.ToLower(a.Title), strings.ToLower(b.Title))
	})
	for _, p := range pages {
		t.Rows = append(t.Rows, Line{Page: p, ID: path.Base(p.Path), Cells: fill(p)})
	}
	return t
}

func specialties(x *Explorer) ([]Column, func(*site.Page) []Cell) {
	var columns []Column
	for _, f := range x.Facets {
		columns = append(columns, Column{Name: f.Name})
	}
	columns = append(columns, named("Before higher training", "Entry", "Main exams", "Less than full time", "Team", "Patients",
		"What people enjoy", "What people find hard", "Research and teaching", "Flexible and mixed work",
		"College or faculty", "How sure the training facts are", "How sure the description is")...)
	return columns, func(p *site.Page) []Cell {
		own := p.Own.(*content.Specialty)
		var cells []Cell
		entry := x.Entry(p)
		for i, fact := range entry.Facts {
			if entry.Values[i] == "" {
				fact.Text = ""
			}
			cells = append(cells, Cell{Text: fact.Text})
		}
		core := own.CoreProgramme
		if core == "none" {
			core = "None needed"
		}
		var colleges []string
		for _, c := range own.College {
			colleges = append(colleges, c.Name)
		}
		return append(cells, Cell{Text: core}, Cell{Text: own.Entry}, Cell{Items: own.Exams}, Cell{Text: own.PartTime},
			Cell{Text: own.Team}, Cell{Text: own.Patients}, Cell{Items: own.Enjoy}, Cell{Items: own.Hard},
			Cell{Text: own.Academic}, Cell{Text: own.Flexibility}, Cell{Items: colleges},
			Cell{Text: sure[own.Evidence]}, Cell{Text: sure[own.CharacterEvidence]})
	}
}

func careers() ([]Column, func(*site.Page) []Cell) {
	columns := append(named("What it involves", "How people get in", "A first step", "What is given up"),
		Column{Name: "Skill", Each: true, Missing: notNamed}, Column{Name: "How sure the facts are"})
	return columns, func(p *site.Page) []Cell {
		own := p.Own.(*content.Career)
		return []Cell{
			{Text: own.Involves}, {Text: own.Entry}, {Text: own.FirstStep}, {Text: own.GivenUp}, {Items: titles(p.Skills)},
			{Text: sure[own.Evidence]},
		}
	}
}

func skills() ([]Column, func(*site.Page) []Cell) {
	columns := append(named("In plain words", "Where it shows", "Find your evidence", "Valued in"),
		Column{Name: "Career", Each: true, Missing: notNamed}, Column{Name: "Specialty", Each: true, Missing: notNamed})
	return columns, func(p *site.Page) []Cell {
		own := p.Own.(*content.Skill)
		return []Cell{
			{Text: own.Plain}, {Items: own.Examples}, {Text: own.EvidencePrompt}, {Items: own.ValuedIn},
			{Items: reasoned(p.NamedBy)}, {Items: reasoned(p.Uses)},
		}
	}
}

// sure says in words how sure facts are.
var sure = map[string]string{
	"read": "Read in a source", "mixed": "Partly read in a source", "background": "General knowledge, not yet checked",
}

func named(names ...string) []Column {
	columns := make([]Column, len(names))
	for i, name := range names {
		columns[i].Name = name
	}
	return columns
}

func titles(pages []*site.Page) []string {
	var out []string
	for _, p := range pages {
		out = append(out, p.Title)
	}
	return out
}

func reasoned(reasons []site.Reason) []string {
	var out []string
	for _, r := range reasons {
		out = append(out, r.Page.Title)
	}
	return out
}
