package schema

import (
	"slices"
	"strings"
	"sync"
)

// Kind is a kind of page: where its files stand, which fields it takes, and which headings its body must have.
type Kind struct {
	Name   string
	Folder string // the first folder of its files; empty where the file name decides
	Help   string
	Fields []Field // its own; the common ones come on top
	// Facts says that pages of this kind state facts, so that a review date is required.
	Facts bool
	// Sections are the headings of level 2 that the body must have.
	Sections []string
}

// Stages are the four stages of career support, in order (domain: the same four in every UK deanery read).
var Stages = []string{"self-awareness", "information", "decision", "planning"}

// Evidence tells how sure a page's facts are: read in a source, partly so, or general knowledge.
var Evidence = []string{"read", "mixed", "background"}

func list(of Type) *Field { return &Field{Type: of} }

func evidence(name, help string) Field {
	return Field{Name: name, Type: Choice, Allowed: Evidence, Help: help, Example: "mixed"}
}

var reasoned = Field{Type: Record, Fields: []Field{
	{Name: "page", Type: Page, Required: true, Help: "the page meant", Example: "specialties/cardiology"},
	{Name: "why", Type: Text, Required: true, Help: "the reason, in one sentence", Example: "Both care for people with heart failure."},
}}

var source = Field{Type: Record, Fields: []Field{
	{Name: "title", Type: Text, Required: true, Help: "publisher and subject", Example: "\"JRCPTB: cardiology\""},
	{Name: "url", Type: URL, Required: true, Help: "its web address", Example: "https://www.jrcptb.org.uk/"},
	{Name: "read", Type: Date, Required: true, Help: "the day somebody read it", Example: "2026-11-23"},
}}

// Common are the fields every page may have.
var Common = []Field{
	{Name: "title", Type: Text, Required: true, Help: "the page's name, as readers see it", Example: "Cardiology"},
	{Name: "summary", Type: Text, Required: true, Help: "one or two sentences that say what the page is", Example: "What readers find on this page, in a sentence or two."},
	{Name: "reviewed", Type: Date, Help: "the day somebody last checked the page; required where facts are given", Example: "2026-11-23"},
	{Name: "review_every", Type: Integer, Min: 1, Max: 60, Help: "months until the page must be checked again; without it the site's own period counts", Example: "12"},
	{Name: "owner", Type: Text, Help: "who looks after the page", Example: "Careers team"},
	{Name: "sources", Type: Many, Of: &source, Help: "where the facts come from and when they were read", Example: "[{title: \"GMC: curricula\", url: https://www.gmc-uk.org/, read: 2026-11-23}]"},
	{Name: "related", Type: Many, Of: &reasoned, Help: "neighbouring pages, each with the reason", Example: "[{page: specialties/cardiology, why: \"Shared patients.\"}]"},
	{Name: "tags", Type: Many, Of: list(Text), Help: "words people may look under", Example: "[hearts, physician]"},
	{Name: "aliases", Type: Many, Of: list(Address), Help: "old addresses that must lead here", Example: "[/heart-medicine/]"},
	{Name: "order", Type: Integer, Min: 1, Max: 9999, Help: "place in lists; pages without it follow by title", Example: "3"},
	{Name: "draft", Type: Boolean, Help: "true keeps the page out of the published site", Example: "true"},
	{Name: "publish", Type: Date, Help: "the day from which the page is published", Example: "2027-01-04"},
	{Name: "expires", Type: Date, Help: "the day from which the page is no longer published", Example: "2027-12-31"},
	{Name: "stage", Type: Many, Of: &Field{Type: Choice, Allowed: Stages}, Help: "which of the four stages the page serves", Example: "[information]"},
}

var facets = []Field{
	{Name: "patient_contact", Type: Choice, Allowed: []string{"continuity", "episodic", "mixed", "little"}, Help: "the same people over years, new people each time, both, or little contact", Example: "continuity"},
	{Name: "acuity", Type: Choice, Allowed: []string{"acute", "planned", "mixed"}, Help: "urgent work, planned work, or both", Example: "planned"},
	{Name: "procedures", Type: Choice, Allowed: []string{"high", "some", "low"}, Help: "how much is done with the hands", Example: "some"},
	{Name: "out_of_hours", Type: Choice, Allowed: []string{"heavy", "moderate", "light"}, Help: "nights, evenings and weekends", Example: "moderate"},
	{Name: "setting", Type: Choice, Allowed: []string{"hospital", "community", "both", "laboratory", "office"}, Help: "where the work is done", Example: "hospital"},
}

// SpecialtySections are the headings every specialty page has, so that any two can be read side by side.
var SpecialtySections = []string{
	"What the work is like", "A typical week", "Patients, team and place", "At its best", "At its hardest",
	"Where it can lead", "Questions to ask yourself", "How to try it out",
}

// Kinds is the table: every kind of page, in the order of the editing guide.
var Kinds = []Kind{
	{Name: "home", Help: "the first page, content/index.md", Fields: []Field{
		{Name: "starts", Type: Many, Help: "the ways into the site, by where a reader stands", Example: "[{title: I am exploring, text: Several paths look possible., page: specialties, link: Explore specialties}]", Of: &Field{Type: Record, Fields: []Field{
			{Name: "title", Type: Text, Required: true, Help: "where the reader stands", Example: "I am not sure any more"},
			{Name: "text", Type: Text, Required: true, Help: "what the site offers them", Example: "Start with what matters to you."},
			{Name: "page", Type: Page, Required: true, Help: "where to begin", Example: "stages/self-awareness"},
			{Name: "link", Type: Text, Required: true, Help: "the words of the link", Example: "Start with yourself"},
		}}},
	}},
	{Name: "section", Help: "the first page of a folder, index.md", Fields: []Field{
		{Name: "listing", Type: Choice, Allowed: []string{"cards", "groups", "steps", "list", "search", "explorer", "compare", "map", "shortlist", "offline", "none"}, Help: "how the folder's pages are listed; cards when left out; search is the search page, which lists every page of the site from A to Z; explorer filters specialties, and below it compare, map and shortlist are tools of their own; offline keeps the site on a device", Example: "list"},
	}},
	{Name: "page", Help: "any other page", Facts: true},
	{Name: "stage", Folder: "stages", Help: "one of the four stages", Facts: true, Fields: []Field{
		{Name: "number", Type: Integer, Required: true, Min: 1, Max: 4, Help: "its place among the four", Example: "1"},
		{Name: "metaphor", Type: Text, Help: "what it is like in clinical work", Example: "Taking the history"},
		{Name: "do", Type: Many, Of: list(Text), Help: "what to do in this stage", Example: "[\"Sort your values.\"]"},
		{Name: "bring", Type: Many, Of: list(Text), Help: "what to bring to the next conversation", Example: "[\"Your three must-haves.\"]"},
	}},
	{Name: "factor", Folder: "framework", Help: "one factor in a career choice", Facts: true, Fields: []Field{
		{Name: "prompts", Type: Many, Of: list(Text), Required: true, Min: 1, Help: "questions to ask yourself; the worksheet shows them too", Example: "[\"What would you miss most?\"]"},
	}},
	{Name: "skill", Folder: "skills", Help: "one transferable skill", Facts: true, Fields: []Field{
		{Name: "examples", Type: Many, Of: list(Text), Required: true, Min: 1, Help: "where it shows in clinical work", Example: "[\"Taking consent\"]"},
		{Name: "plain", Type: Text, Required: true, Help: "the same in words for someone outside medicine", Example: "Explains hard things simply."},
		{Name: "evidence_prompt", Type: Text, Help: "a question that helps to find evidence", Example: "When did somebody thank you for explaining?"},
		{Name: "valued_in", Type: Many, Of: list(Text), Help: "where it is valued outside clinical work", Example: "[Publishing]"},
		{Name: "specialties", Type: Many, Of: &reasoned, Help: "specialties that use it much, each with the reason", Example: "[{page: specialties/general-practice, why: \"…\"}]"},
		evidence("evidence", "how sure the facts are"),
	}},
	{Name: "group", Folder: "groups", Help: "a group of neighbouring specialties", Facts: true},
	{Name: "specialty", Folder: "specialties", Help: "one specialty", Facts: true, Sections: SpecialtySections, Fields: []Field{
		{Name: "group", Type: Slug, Required: true, Help: "its group, as the file in groups/ is called", Example: "medicine"},
		{Name: "also_known_as", Type: Many, Of: list(Text), Help: "other names and abbreviations", Example: "[O&G]"},
		{Name: "college", Type: Many, Help: "the college or faculty", Example: "[{name: Royal College of Physicians, url: https://www.rcp.ac.uk}]", Of: &Field{Type: Record, Fields: []Field{
			{Name: "name", Type: Text, Required: true, Help: "its name", Example: "Royal College of Physicians"},
			{Name: "url", Type: URL, Help: "its site", Example: "https://www.rcp.ac.uk"},
		}}},
		{Name: "route", Type: Choice, Allowed: []string{"run-through", "core-then-higher"}, Help: "one programme, or core training and then a second application", Example: "core-then-higher"},
		{Name: "core_programme", Type: Text, Help: "what comes before higher training", Example: "IMT (3 years)"},
		{Name: "entry", Type: Text, Help: "the grade at which one enters", Example: "ST4"},
		{Name: "years", Type: Text, Help: "indicative years after foundation; starts with the number", Example: "7"},
		{Name: "exams", Type: Many, Of: list(Text), Help: "the main exams", Example: "[MRCP(UK)]"},
		{Name: "part_time", Type: Text, Help: "what a source says on less than full time", Example: "Less than full time training is possible (RCP)"},
		{Name: "facets", Type: Record, Fields: facets, Help: "what the explorer filters by", Example: "{acuity: planned}"},
		{Name: "enjoy", Type: Many, Of: list(Text), Help: "what people enjoy", Example: "[Long relationships]"},
		{Name: "hard", Type: Many, Of: list(Text), Help: "what people find hard", Example: "[Winter pressure]"},
		{Name: "team", Type: Text, Help: "who one works with", Example: "Clinic team with specialist nurses"},
		{Name: "patients", Type: Text, Help: "who the patients are", Example: "Adults with heart disease"},
		{Name: "academic", Type: Text, Help: "research and teaching", Example: "Strong, with trials and imaging"},
		{Name: "flexibility", Type: Text, Help: "portfolio work and flexible patterns", Example: "Clinics suit part-time work"},
		evidence("evidence", "how sure the training facts are"),
		evidence("character_evidence", "how sure the description of the work is"),
		{Name: "cautions", Type: Many, Of: list(Text), Help: "what a reader must know about these facts", Example: "[\"The page read is from 2019.\"]"},
		{Name: "live", Type: Many, Help: "official pages with figures that change", Example: "[{for: vacancies, title: \"Oriel: vacancies\", url: \"https://www.oriel.nhs.uk/\"}]", Of: &Field{Type: Record, Fields: []Field{
			{Name: "for", Type: Choice, Required: true, Allowed: []string{"competition", "vacancies", "curriculum", "college", "part_time"}, Help: "what the page is for", Example: "competition"},
			{Name: "title", Type: Text, Required: true, Help: "the words of the link", Example: "\"NHS England: competition ratios\""},
			{Name: "url", Type: URL, Required: true, Help: "its web address", Example: "https://www.oriel.nhs.uk/"},
		}}},
	}},
	{Name: "career", Folder: "beyond", Help: "a career beyond or beside the clinic", Facts: true, Fields: []Field{
		{Name: "involves", Type: Text, Required: true, Help: "what one does", Example: "Advising doctors on complaints"},
		{Name: "skills", Type: Many, Of: list(Page), Help: "the skills it uses", Example: "[skills/writing]"},
		{Name: "entry", Type: Text, Help: "how people get in", Example: "Advisory work first"},
		{Name: "first_step", Type: Text, Help: "something to do this month", Example: "Talk to one person who does it."},
		{Name: "given_up", Type: Text, Help: "an honest word on what is given up", Example: "Daily contact with patients."},
		evidence("evidence", "how sure the facts are"),
	}},
	{Name: "person", Folder: "people", Help: "somebody a reader may meet", Facts: true, Fields: []Field{
		{Name: "role", Type: Text, Required: true, Help: "what they do here", Example: "Career adviser"},
	}},
	{Name: "worksheet", Folder: "worksheets", Help: "a worksheet; its questions stand in the body", Fields: []Field{
		{Name: "time_needed", Type: Text, Required: true, Help: "how long it takes", Example: "About an hour, in several sittings"},
		{Name: "revision", Type: Integer, Required: true, Min: 1, Max: 9999, Help: "raise it by one when questions change", Example: "1"},
		{Name: "audience", Type: Text, Help: "who it is for", Example: "Doctors before their first session"},
	}},
}

// AllFields returns the common fields and the kind's own, in that order. The list is shared by all who ask.
func (k *Kind) AllFields() []Field { return allFields()[k.Name] }

var allFields = sync.OnceValue(func() map[string][]Field {
	all := map[string][]Field{}
	for _, k := range Kinds {
		all[k.Name] = slices.Concat(Common, k.Fields)
	}
	return all
})

// KindNamed returns the kind of that name, or nil.
func KindNamed(name string) *Kind {
	for i := range Kinds {
		if Kinds[i].Name == name {
			return &Kinds[i]
		}
	}
	return nil
}

// KindOf returns the kind of the page in a file, given its path below content/ with forward slashes.
func KindOf(path string) *Kind {
	if path == "index.md" {
		return KindNamed("home")
	}
	if strings.HasSuffix(path, "/index.md") {
		return KindNamed("section")
	}
	folder, _, nested := strings.Cut(path, "/")
	for i := range Kinds {
		if nested && Kinds[i].Folder == folder {
			return &Kinds[i]
		}
	}
	return KindNamed("page")
}
