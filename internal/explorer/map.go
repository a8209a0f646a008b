package explorer

import (
	"slices"
	"strings"

	"signpost/internal/content"
	"signpost/internal/site"
)

// Sizes of a map, in the units of its drawing: pixels where it is not scaled.
const (
	mapLeft      = 150 // for the names of the rows
	mapTop       = 46  // for the names of the columns
	cellWidth    = 240
	cellPadding  = 12
	lineHeight   = 20
	markWidth    = 18
	nameLetters  = 27   // so many letters of a name fit on a line beside its mark
	headLetters  = 17   // and of the name of a row
	deepestTint  = 0.10 // links stay readable on it, in light and dark
	lightestTint = 0.01
)

// Maps is every map of the specialties that the site offers, and the facts for the plain list.
type Maps struct {
	Across, Down []Facet
	Maps         []Map
	List         []Entry // with the facts that the maps show
}

// Map is one drawing: all specialties, placed by two facets. Its numbers are places and sizes in the drawing.
type Map struct {
	Across, Down  int // which of the choices it shows, from 1
	Name          string
	Width, Height int
	Columns       []Label
	Rows          []Label
	Cells         []Place
	Marked        Facet // what the marks say
	Legend        []Mark
}

// Label is words in a drawing, a line each.
type Label struct {
	X, Y  int
	Lines []Text
}

// Text is one line of words in a drawing.
type Text struct {
	X, Y  int
	Words string
}

// Place is one field of a map, with the specialties that stand there.
type Place struct {
	X, Y, Width, Height int
	Name                string
	Tint                float64
	Names               []Name
}

// Name is a specialty in a field.
type Name struct {
	Page  *site.Page
	Mark  string
	X, Y  int // of the mark
	Lines []Text
}

// Mark is a sign before a name and what it says.
type Mark struct{ ID, Text string }

// marks are the signs for a facet's first, second and third value. What is not confirmed has a sign, too.
var marks = []string{"full", "half", "empty"}

const unsureMark = "unsure"

// MapsOf draws the maps that content/explorer.yaml asks for.
func MapsOf(s *site.Site) *Maps {
	x := Of(s)
	m := &Maps{}
	e := s.Tree.Explorer
	if e == nil {
		return m
	}
	m.Across, m.Down = x.pick(e.Map.Across), x.pick(e.Map.Down)
	for a, across := range m.Across {
		for d, down := range m.Down {
			if across.ID != down.ID {
				drawn := x.draw(across, down, x.marked(e.Map, across.ID, down.ID))
				drawn.Across, drawn.Down = a+1, d+1
				m.Maps = append(m.Maps, drawn)
			}
		}
	}
	m.List = x.listed(slices.Concat(e.Map.Across, e.Map.Down, e.Map.Marks))
	return m
}

func (x *Explorer) pick(ids []string) []Facet {
	var facets []Facet
	for _, id := range ids {
		if f := x.Facet(id); f != nil {
			facets = append(facets, *f)
		}
	}
	return facets
}

// marked returns the facet that the marks show: the first that the map does not show already.
func (x *Explorer) marked(m content.ExplorerMap, taken ...string) *Facet {
	for _, id := range m.Marks {
		if !slices.Contains(taken, id) {
			return x.Facet(id)
		}
	}
	return nil
}

// listed returns the entries with the facts about some facets only.
func (x *Explorer) listed(ids []string) []Entry {
	var list []Entry
	for _, e := range x.Entries {
		short := Entry{Page: e.Page, ID: e.ID}
		for i, f := range x.Facets {
			if slices.Contains(ids, f.ID) {
				short.Facts = append(short.Facts, e.Facts[i])
			}
		}
		list = append(list, short)
	}
	return list
}

// draw places every specialty: a column for each value of across, a row for each of down, as high as its fullest field.
func (x *Explorer) draw(across, down Facet, marked *Facet) Map {
	columns, rows := x.values(across), x.values(down)
	m := Map{Name: across.Name + " (left to right), " + down.Name + " (top to bottom)", Width: mapLeft + cellWidth*len(columns)}
	if marked != nil {
		m.Marked = *marked
		m.Legend = x.legend(*marked)
	}
	for c, value := range columns {
		m.Columns = append(m.Columns, label(mapLeft+c*cellWidth+cellPadding, 18, nameLetters, value.Text))
	}
	fields, fullest := x.fields(across, down)
	y := mapTop
	for _, row := range rows {
		top, height := y, 2*cellPadding+lineHeight
		var places []Place
		for c, column := range columns {
			p := Place{X: mapLeft + c*cellWidth, Y: top, Width: cellWidth, Name: across.Name + ": " + column.Text + ". " + down.Name + ": " + row.Text}
			inside := fields[[2]string{column.ID, row.ID}]
			p.Tint = lightestTint + (deepestTint-lightestTint)*float64(len(inside))/float64(max(fullest, 1))
			height = max(height, x.fill(&p, inside, marked))
			places = append(places, p)
		}
		for _, p := range places {
			p.Height = height
			m.Cells = append(m.Cells, p)
		}
		m.Rows = append(m.Rows, label(0, top+cellPadding+lineHeight/2, headLetters, row.Text))
		y += height
	}
	m.Height = y
	return m
}

// values are a facet's values on a map: those that it has, and what is not confirmed where that occurs.
func (x *Explorer) values(f Facet) []content.FacetValue {
	values := slices.Clone(f.Values)
	if f.Unsure {
		values = append(values, content.FacetValue{Text: x.Words.Unknown})
	}
	return values
}

// fields sorts the entries by their values of two facets, and says how many stand where most do.
func (x *Explorer) fields(across, down Facet) (map[[2]string][]Entry, int) {
	a, d := x.index(across.ID), x.index(down.ID)
	fields, fullest := map[[2]string][]Entry{}, 0
	for _, e := range x.Entries {
		key := [2]string{e.Values[a], e.Values[d]}
		fields[key] = append(fields[key], e)
		fullest = max(fullest, len(fields[key]))
	}
	return fields, fullest
}

func (x *Explorer) index(facet string) int {
	return slices.IndexFunc(x.Facets, func(f Facet) bool { return f.ID == facet })
}

// fill puts names into a field, one below the other, and returns the height they need.
func (x *Explorer) fill(p *Place, entries []Entry, marked *Facet) int {
	y := p.Y + cellPadding
	for _, e := range entries {
		n := Name{Page: e.Page, X: p.X + cellPadding + 5, Y: y + lineHeight/2}
		if marked != nil {
			n.Mark = x.mark(e, *marked)
		}
		for _, words := range wrap(e.Page.Title, nameLetters) {
			n.Lines = append(n.Lines, Text{p.X + cellPadding + markWidth, y + lineHeight/2 + 5, words})
			y += lineHeight
		}
		p.Names = append(p.Names, n)
	}
	return y + cellPadding - p.Y
}

func (x *Explorer) mark(e Entry, f Facet) string {
	value := e.Values[x.index(f.ID)]
	i := slices.IndexFunc(f.Values, func(v content.FacetValue) bool { return v.ID == value })
	if i < 0 || i >= len(marks) {
		return unsureMark
	}
	return marks[i]
}

func (x *Explorer) legend(f Facet) []Mark {
	var legend []Mark
	for i, v := range f.Values {
		if i < len(marks) {
			legend = append(legend, Mark{marks[i], v.Text})
		}
	}
	if f.Unsure {
		legend = append(legend, Mark{unsureMark, x.Words.Unknown})
	}
	return legend
}

func label(x, y, letters int, words string) Label {
	l := Label{X: x, Y: y}
	for i, line := range wrap(words, letters) {
		l.Lines = append(l.Lines, Text{x, y + 5 + i*lineHeight, line})
	}
	return l
}

// wrap parts words into lines of at most so many letters. A word that is longer has a line of its own.
func wrap(words string, letters int) []string {
	var lines []string
	for _, word := range strings.Fields(words) {
		last := len(lines) - 1
		if last >= 0 && len([]rune(lines[last]))+1+len([]rune(word)) <= letters {
			lines[last] += " " + word
		} else {
			lines = append(lines, word)
		}
	}
	return lines
}
