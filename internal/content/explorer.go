package content

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"signpost/internal/problem"
	"signpost/internal/schema"
)

// explorerFile holds the words of everything that sorts and compares specialties. A site without specialties needs none.
const explorerFile = "explorer.yaml"

// Explorer is content/explorer.yaml, checked.
type Explorer struct {
	Facets []Facet       `field:"facets"`
	Wishes []Wish        `field:"wishes"`
	Map    ExplorerMap   `field:"map"`
	Words  ExplorerWords `field:"words"`
}

// Facet is one thing by which specialties are told apart.
type Facet struct {
	ID     string       `field:"id" json:"id"`
	Name   string       `field:"name" json:"name"`
	Values []FacetValue `field:"values" json:"values"`
}

// FacetValue is one value of a Facet. Below is the upper limit of a number of years, 0 for none.
type FacetValue struct {
	ID    string `field:"id" json:"id"`
	Text  string `field:"text" json:"text"`
	Below int    `field:"below" json:"-"`
}

// Wish is something that may matter to a reader, and the values of a facet that meet it, whole or in part.
type Wish struct {
	ID     string   `field:"id" json:"id"`
	Text   string   `field:"text" json:"text"`
	Facet  string   `field:"facet" json:"facet"`
	MetBy  []string `field:"met_by" json:"met"`
	Partly []string `field:"partly" json:"partly,omitempty"`
}

// ExplorerMap names the facets that the map can show.
type ExplorerMap struct {
	Across []string `field:"across"`
	Down   []string `field:"down"`
	Marks  []string `field:"marks"`
}

// ExplorerWords are the sentences of the explorer.
type ExplorerWords struct {
	Group      string `field:"group" json:"group"`
	Unknown    string `field:"unknown" json:"unknown"`
	Matters    string `field:"matters" json:"-"`
	Ask        string `field:"ask" json:"-"`
	Must       string `field:"must" json:"must"`
	Like       string `field:"like" json:"like"`
	Neutral    string `field:"neutral" json:"-"`
	Meets      string `field:"meets" json:"meets"`
	Partly     string `field:"partly" json:"partly"`
	Misses     string `field:"misses" json:"misses"`
	CannotSay  string `field:"cannot_say" json:"cannotSay"`
	NoneBroken string `field:"none_broken" json:"noneBroken"`
	OneBroken  string `field:"one_broken" json:"oneBroken"`
	ManyBroken string `field:"many_broken" json:"manyBroken"`
	Order      string `field:"order" json:"order"`
	Caution    string `field:"caution" json:"-"`
	Private    string `field:"private" json:"-"`
	Shortlist  string `field:"shortlist" json:"-"`
}

// Facet returns the facet with an id, or nil.
func (e *Explorer) Facet(id string) *Facet {
	if e == nil {
		return nil
	}
	for i := range e.Facets {
		if e.Facets[i].ID == id {
			return &e.Facets[i]
		}
	}
	return nil
}

// Name returns what readers see for a facet; without a file, its id.
func (e *Explorer) Name(facet string) string {
	if f := e.Facet(facet); f != nil {
		return f.Name
	}
	return facet
}

// Text returns what readers see for a value of a facet; without a file, the value.
func (e *Explorer) Text(facet, value string) string {
	if f := e.Facet(facet); f != nil {
		for _, v := range f.Values {
			if v.ID == value {
				return v.Text
			}
		}
	}
	return value
}

// Value returns a specialty's value of a facet, "" when it is not known.
func (e *Explorer) Value(s *Specialty, facet string) string {
	switch facet {
	case "patient_contact":
		return s.Facets.PatientContact
	case "acuity":
		return s.Facets.Acuity
	case "procedures":
		return s.Facets.Procedures
	case "out_of_hours":
		return s.Facets.OutOfHours
	case "setting":
		return s.Facets.Setting
	case "route":
		return s.Route
	case "years":
		return e.years(s.Years)
	}
	return ""
}

// years returns the value of the facet years that a specialty's words on it fall into.
func (e *Explorer) years(words string) string {
	number, ok := Years(words)
	f := e.Facet("years")
	if !ok || f == nil {
		return ""
	}
	for _, v := range f.Values {
		if v.Below == 0 || number < float64(v.Below) {
			return v.ID
		}
	}
	return ""
}

// Years returns the number with which a specialty's words on its years begin: 6 of "6-7", 5.5 of "5.5", 7 of
// "7 (8 by the longer route)".
func Years(words string) (float64, bool) {
	end := strings.IndexFunc(words, func(r rune) bool { return (r < '0' || r > '9') && r != '.' })
	if end < 0 {
		end = len(words)
	}
	number, err := strconv.ParseFloat(strings.Trim(words[:end], "."), 64)
	return number, err == nil
}

// readExplorer reads the file, if there is one, and checks it. Its bytes come back, because pages depend on them.
func readExplorer(fsys fs.FS, w words) (*Explorer, []byte, problem.List, error) {
	data, err := fs.ReadFile(fsys, explorerFile)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil, nil, nil
	}
	if err != nil {
		return nil, nil, nil, fmt.Errorf("read %s: %w", root+explorerFile, err)
	}
	n, found := parseYAML(string(normalise(data)), problem.Place{File: root + explorerFile, Line: 1, Column: 1})
	if n == nil {
		return nil, data, found, nil
	}
	found = append(found, schema.Check(explorerFile, schema.Explorer, n)...)
	found = append(found, w.fill(n)...)
	e := new(Explorer)
	schema.Decode(n, e)
	if found.Errors() == 0 {
		found = append(found, e.check(n)...)
	}
	return e, data, found, nil
}

// check holds the parts of the file against each other and against what front matter may say.
func (e *Explorer) check(n *schema.Node) problem.List {
	var found problem.List
	facets, wishes := n.Get("facets"), n.Get("wishes")
	for _, name := range schema.FacetNames {
		if e.Facet(name) == nil {
			found = append(found, problem.At(facets.Place, "the facet %q is missing", name).
				With("specialties have it in their front matter; add its name, its values and their words"))
		}
	}
	seen := map[string]bool{}
	for i, f := range e.Facets {
		found = append(found, once(seen, f.ID, facets.Items[i].Get("id").Place)...)
		found = append(found, checkFacet(f, &facets.Items[i])...)
	}
	seen = map[string]bool{}
	for i, w := range e.Wishes {
		item := &wishes.Items[i]
		found = append(found, once(seen, w.ID, item.Get("id").Place)...)
		found = append(found, e.checkWish(w, item)...)
	}
	for i, id := range e.Map.Marks {
		if f := e.Facet(id); f != nil && len(f.Values) != 3 {
			found = append(found, problem.At(n.Get("map").Get("marks").Items[i].Place, "%q cannot be shown by marks", id).
				With("there are three marks, full, half and empty, and this facet has %d values", len(f.Values)))
		}
	}
	return found
}

func once(seen map[string]bool, id string, at problem.Place) problem.List {
	if seen[id] {
		return problem.List{problem.At(at, "the id %q stands twice", id).With("keep one of the two, or give one another id")}
	}
	seen[id] = true
	return nil
}

// checkFacet holds a facet's values against those that front matter may have.
func checkFacet(f Facet, n *schema.Node) problem.List {
	var found problem.List
	values := n.Get("values")
	if f.ID == "years" {
		return checkYears(f, values)
	}
	allowed := schema.FacetValues(f.ID)
	seen := map[string]bool{}
	for i, v := range f.Values {
		at := values.Items[i].Get("id").Place
		found = append(found, once(seen, v.ID, at)...)
		if !slices.Contains(allowed, v.ID) {
			found = append(found, problem.At(at, "the facet %q has no value %q", f.ID, v.ID).
				With("allowed: %s", problem.Quote(allowed)).Suggest(v.ID, allowed))
		}
		if v.Below != 0 {
			found = append(found, problem.At(at, "only values of years have \"below\""))
		}
	}
	for _, want := range allowed {
		if !seen[want] {
			found = append(found, problem.At(values.Place, "the value %q of the facet %q is missing", want, f.ID).
				With("front matter may have it, so readers need words for it"))
		}
	}
	return found
}

func checkYears(f Facet, values *schema.Node) problem.List {
	var found problem.List
	seen := map[string]bool{}
	limit, last := 0, len(f.Values)-1
	for i, v := range f.Values {
		at := values.Items[i].Place
		found = append(found, once(seen, v.ID, at)...)
		switch {
		case i == last && v.Below != 0:
			found = append(found, problem.At(at, "the last value of years has an upper limit").
				With("take \"below\" out, so that every number of years has its place"))
		case i < last && v.Below <= limit:
			found = append(found, problem.At(at, "the values of years do not rise").
				With("each but the last needs a \"below\" that is higher than the one before"))
		}
		limit = v.Below
	}
	return found
}

// checkWish holds a wish against the values of its facet.
func (e *Explorer) checkWish(w Wish, n *schema.Node) problem.List {
	f := e.Facet(w.Facet)
	if f == nil {
		return nil // said already
	}
	var known []string
	for _, v := range f.Values {
		known = append(known, v.ID)
	}
	var found problem.List
	for _, key := range []string{"met_by", "partly"} {
		list := n.Get(key)
		if list == nil {
			continue
		}
		for _, item := range list.Items {
			if !slices.Contains(known, item.Text) {
				found = append(found, problem.At(item.Place, "the facet %q has no value %q", w.Facet, item.Text).
					With("allowed: %s", problem.Quote(known)).Suggest(item.Text, known))
			} else if key == "partly" && slices.Contains(w.MetBy, item.Text) {
				found = append(found, problem.At(item.Place, "the value %q meets the wish and meets it in part", item.Text).
					With("keep it under met_by or under partly"))
			}
		}
	}
	return found
}
