package worksheet

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html"
	"slices"

	"signpost/internal/problem"
)

// Form is one worksheet: its sections in the order written. ID is the page's file name without .md; save files carry it.
type Form struct {
	ID       string
	Title    string
	Revision int
	Sections []Section
	Place    problem.Place // the file, for mistakes that belong to no single question
}

// Section is what stands under one heading of level 2. The text before the first heading is the Section with ID "".
type Section struct {
	ID    string
	Title string
	Parts []Part
}

// Part is guidance (HTML) or a question, in the order written.
type Part struct {
	HTML     string
	Question *Question
}

// Questions returns the questions of the form in order.
func (f *Form) Questions() []*Question {
	var all []*Question
	for _, s := range f.Sections {
		all = append(all, s.Questions()...)
	}
	return all
}

// Questions returns the questions of the section in order.
func (s Section) Questions() []*Question {
	var all []*Question
	for _, p := range s.Parts {
		if p.Question != nil {
			all = append(all, p.Question)
		}
	}
	return all
}

// Steps returns the sections that hold questions; these are the ones a reader goes through and may share.
func (f *Form) Steps() []Section {
	return slices.DeleteFunc(slices.Clone(f.Sections), func(s Section) bool { return s.ID == "" || len(s.Questions()) == 0 })
}

// Shareable returns the steps that hold something to share: every step but the one that only asks what to share.
func (f *Form) Shareable() []Section {
	return slices.DeleteFunc(f.Steps(), func(s Section) bool {
		return !slices.ContainsFunc(s.Questions(), func(q *Question) bool { return q.Type != "share" })
	})
}

// Check finds mistakes that concern the form as a whole.
func (f *Form) Check() problem.List {
	found := f.checkIDs()
	var share *Question
	for _, s := range f.Sections {
		for _, q := range s.Questions() {
			if s.ID == "" {
				found = append(found, problem.At(q.Place, "question %q stands before the first heading", q.ID).
					With("every question belongs to a section; write a heading above it, like ## Where I am"))
			}
			if q.Type != "share" {
				continue
			}
			if share != nil {
				found = append(found, problem.At(q.Place, "a second question of type \"share\" stands in the worksheet").
					With("the first is on line %d; a worksheet has one at most", share.Place.Line))
			}
			share = q
		}
	}
	if len(f.Questions()) == 0 {
		found = append(found, problem.At(f.Place, "the worksheet has no question").
			With("write one as a fenced block: three back-ticks and the word question, then id, type and ask"))
	}
	return found
}

// checkIDs finds ids that meet twice. It runs again after Fill, which makes new ids.
func (f *Form) checkIDs() problem.List {
	var found problem.List
	first := map[string]problem.Place{}
	for _, q := range f.Questions() {
		if before, ok := first[q.ID]; ok && q.ID != "" {
			found = append(found, problem.At(q.Place, "question id %q stands twice", q.ID).
				With("it is first written on line %d; saved answers are kept by id, so each needs its own", before.Line))
			continue
		}
		first[q.ID] = q.Place
	}
	return found
}

// CheckCarry finds questions that want to bring over an answer that no worksheet has.
func CheckCarry(forms []*Form) problem.List {
	var found problem.List
	var known []string
	for _, f := range forms {
		for _, q := range f.Questions() {
			known = append(known, f.ID+"/"+q.ID)
		}
	}
	slices.Sort(known)
	for _, f := range forms {
		for _, q := range f.Questions() {
			if q.Carry != "" && !slices.Contains(known, q.Carry) {
				found = append(found, problem.At(q.Place, "question %q carries over %q, which does not exist", q.ID, q.Carry).
					With("write worksheet/question, with the id of a question in another worksheet").Suggest(q.Carry, known))
			}
		}
	}
	return found
}

// Fill returns the form with the items of every question that has a source: the pages of that list, under the page's
// slug and title. A long question with a source becomes one question for each page, under "question-page", with the
// page's prompts. A source without pages is a Problem, because its question would have nothing to ask. The form itself
// stays as it is, so that it can be filled again when pages change.
func (f *Form) Fill(lists map[string][]Item) (*Form, problem.List) {
	var found problem.List
	filled := *f
	filled.Sections = slices.Clone(f.Sections)
	for i := range filled.Sections {
		s := &filled.Sections[i]
		var parts []Part
		for _, p := range s.Parts {
			q := p.Question
			if q == nil || q.From == "" {
				parts = append(parts, p)
				continue
			}
			items := lists[q.From]
			if len(items) == 0 {
				found = append(found, problem.At(q.Place, "question %q takes its items from %q, which has no pages", q.ID, q.From).
					With("add a page to content/%s/, or write the items in the question", q.From))
				continue
			}
			if q.Type == "long" {
				parts = append(parts, repeat(q, items)...)
				continue
			}
			one := *q
			one.Items = items
			parts = append(parts, Part{Question: &one})
		}
		s.Parts = parts
	}
	return &filled, append(found, filled.checkIDs()...)
}

// repeat asks a long question once for each item: the question's own words become a heading, each item's title asks.
func repeat(q *Question, items []Item) []Part {
	lead := "<h3>" + html.EscapeString(q.Ask) + "</h3>"
	if q.Hint != "" {
		lead += "\n<p>" + html.EscapeString(q.Hint) + "</p>"
	}
	parts := []Part{{HTML: lead}}
	for _, item := range items {
		one := *q
		one.ID, one.Ask, one.Hint, one.From, one.Prompts = q.ID+"-"+item.ID, item.Text, "", "", item.Prompts
		parts = append(parts, Part{Question: &one})
	}
	return parts
}

// Format and FormatVersion name the contract with the browser and the save file; both are checked on opening.
const (
	Format        = "signpost-worksheet"
	FormatVersion = 1
)

type jsonForm struct {
	Format   string        `json:"format"`
	Version  int           `json:"version"`
	ID       string        `json:"id"`
	Title    string        `json:"title"`
	Revision int           `json:"revision"`
	Sections []jsonSection `json:"sections"`
}

type jsonSection struct {
	ID        string      `json:"id"`
	Title     string      `json:"title"`
	Questions []*Question `json:"questions"`
}

// JSON writes the form as the browser reads it: sections with questions, without guidance, fields in a fixed order. It
// is a RawMessage because html/template then escapes it for a script element by itself.
func (f *Form) JSON() (json.RawMessage, error) {
	out := jsonForm{Format: Format, Version: FormatVersion, ID: f.ID, Title: f.Title, Revision: f.Revision, Sections: []jsonSection{}}
	for _, s := range f.Steps() {
		out.Sections = append(out.Sections, jsonSection{s.ID, s.Title, s.Questions()})
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(out); err != nil {
		return nil, fmt.Errorf("worksheet %q as JSON: %w", f.ID, err)
	}
	return bytes.TrimSpace(b.Bytes()), nil
}
