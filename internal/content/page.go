// Package content reads content/: it splits every file, checks it, and returns typed pages with every mistake found.
//
// It is the only user of the YAML library.
package content

import (
	"time"

	"signpost/internal/cache"
	"signpost/internal/markdown"
	"signpost/internal/problem"
	"signpost/internal/schema"
	"signpost/internal/worksheet"
)

// Page is one file of content/, checked. Fields of its own kind stand in Own.
type Page struct {
	File string // as the author knows it: content/specialties/cardiology.md
	Path string // without content/ and .md; "index" is the home page, a section is its folder's name
	Kind *schema.Kind
	Meta
	Own      any       // *Home, *Section, *Stage, *Factor, *Skill, *Specialty, *Career, *Person, *Worksheet or nil
	Sum      cache.Sum // of the file's bytes
	Card     cache.Sum // of the front matter and headings: what other pages may show or link to
	body     body
	record   string             // what Keep writes of the page, "" for nothing
	headings string             // of the body, as Headings reads them
	links    string             // of the body, as Links yields them
	Passages []markdown.Passage // of running text, when Reader.Prose asked for them
	Form     *worksheet.Form    // of a worksheet
	Unread   bool               // the file has no front matter or is not text, so that nothing is known but its path
	// Start is where the front matter's first key stands, for Problems about the page as a whole.
	Start problem.Place
}

// Meta are the common fields, as the table in schema.Common names them.
type Meta struct {
	Title       string       `field:"title"`
	Summary     string       `field:"summary"`
	Reviewed    time.Time    `field:"reviewed"`
	ReviewEvery int          `field:"review_every"`
	Owner       string       `field:"owner"`
	Sources     []Source     `field:"sources"`
	Related     []Reason     `field:"related"`
	Tags        []string     `field:"tags"`
	Aliases     []schema.Ref `field:"aliases"`
	Order       int          `field:"order"`
	Draft       bool         `field:"draft"`
	Publish     time.Time    `field:"publish"`
	Expires     time.Time    `field:"expires"`
	Stages      []string     `field:"stage"`
}

// Source is where facts come from, and the day somebody read it.
type Source struct {
	Title string    `field:"title"`
	URL   string    `field:"url"`
	Read  time.Time `field:"read"`
}

// Reason is another page and why it is named.
type Reason struct {
	Page schema.Ref `field:"page"`
	Why  string     `field:"why"`
}

// Home is the first page's own fields.
type Home struct {
	Starts []Start `field:"starts"`
}

// Start is one way into the site.
type Start struct {
	Title string     `field:"title"`
	Text  string     `field:"text"`
	Page  schema.Ref `field:"page"`
	Link  string     `field:"link"`
}

// Section is a folder's first page.
type Section struct {
	Listing string `field:"listing"`
}

// Stage is one of the four stages.
type Stage struct {
	Number   int      `field:"number"`
	Metaphor string   `field:"metaphor"`
	Do       []string `field:"do"`
	Bring    []string `field:"bring"`
}

// Factor is one factor in a career choice.
type Factor struct {
	Prompts []string `field:"prompts"`
}

// Skill is one transferable skill.
type Skill struct {
	Examples       []string `field:"examples"`
	Plain          string   `field:"plain"`
	EvidencePrompt string   `field:"evidence_prompt"`
	ValuedIn       []string `field:"valued_in"`
	Specialties    []Reason `field:"specialties"`
	Evidence       string   `field:"evidence"`
}

// Specialty is one specialty.
type Specialty struct {
	Group             schema.Ref `field:"group"`
	AlsoKnownAs       []string   `field:"also_known_as"`
	College           []College  `field:"college"`
	Route             string     `field:"route"`
	CoreProgramme     string     `field:"core_programme"`
	Entry             string     `field:"entry"`
	Years             string     `field:"years"`
	Exams             []string   `field:"exams"`
	PartTime          string     `field:"part_time"`
	Facets            Facets     `field:"facets"`
	Enjoy             []string   `field:"enjoy"`
	Hard              []string   `field:"hard"`
	Team              string     `field:"team"`
	Patients          string     `field:"patients"`
	Academic          string     `field:"academic"`
	Flexibility       string     `field:"flexibility"`
	Evidence          string     `field:"evidence"`
	CharacterEvidence string     `field:"character_evidence"`
	Cautions          []string   `field:"cautions"`
	Live              []Live     `field:"live"`
}

// College is a college or faculty.
type College struct {
	Name string `field:"name"`
	URL  string `field:"url"`
}

// Facets is what the explorer filters by; an empty facet is not known.
type Facets struct {
	PatientContact string `field:"patient_contact"`
	Acuity         string `field:"acuity"`
	Procedures     string `field:"procedures"`
	OutOfHours     string `field:"out_of_hours"`
	Setting        string `field:"setting"`
}

// Live is an official page with figures that change.
type Live struct {
	For   string `field:"for"`
	Title string `field:"title"`
	URL   string `field:"url"`
}

// Career is a career beyond or beside the clinic.
type Career struct {
	Involves  string       `field:"involves"`
	Skills    []schema.Ref `field:"skills"`
	Entry     string       `field:"entry"`
	FirstStep string       `field:"first_step"`
	GivenUp   string       `field:"given_up"`
	Evidence  string       `field:"evidence"`
}

// Person is somebody a reader may meet.
type Person struct {
	Role string `field:"role"`
}

// Worksheet is a worksheet's own fields; its questions are in Page.Form.
type Worksheet struct {
	TimeNeeded string `field:"time_needed"`
	Revision   int    `field:"revision"`
	Audience   string `field:"audience"`
}

// own returns an empty value for the fields of a kind, nil for kinds without fields of their own.
func own(kind string) any {
	switch kind {
	case "home":
		return new(Home)
	case "section":
		return new(Section)
	case "stage":
		return new(Stage)
	case "factor":
		return new(Factor)
	case "skill":
		return new(Skill)
	case "specialty":
		return new(Specialty)
	case "career":
		return new(Career)
	case "person":
		return new(Person)
	case "worksheet":
		return new(Worksheet)
	}
	return nil
}
