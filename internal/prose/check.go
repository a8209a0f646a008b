package prose

import (
	"cmp"
	"math"
	"regexp"
	"slices"
	"strings"

	"signpost/internal/content"
	"signpost/internal/problem"
	"signpost/internal/site"
)

// Limits of the language. Guidance aims at a reading age of 12 to 14; pages full of medical terms may lie higher.
const (
	maxSentenceWords  = 35
	maxGuidanceAge    = 14.5
	maxTermsAge       = 17.0
	minRepeatWords    = 6 // a shorter sentence may stand on two pages
	maxStepsFromHome  = 3
	minWordsToMeasure = 60
)

// termsKinds are the kinds of page that cannot do without medical terms.
var termsKinds = []string{"specialty", "group", "career"}

// Check looks at the language of every page of a site that was read with Reader.Prose. Everything it finds is a warning,
// except what must never be published.
func Check(s *site.Site) problem.List {
	var found problem.List
	for _, p := range s.Pages {
		for _, passage := range p.Passages {
			found = append(found, unfinished(passage.Text, passage.Place)...)
			found = append(found, identifiers(passage.Text, passage.Place)...)
			for _, sentence := range Sentences(passage.Text) {
				if n := len(Words(sentence)); n > maxSentenceWords {
					found = append(found, problem.At(passage.Place, "a sentence of %d words: %s", n, opening(sentence)).
						With("split it in two; %d words are the most a tired reader follows", maxSentenceWords).AsWarning())
				}
			}
		}
		found = append(found, hard(p)...)
		found = append(found, dated(p)...)
	}
	found = append(found, repeats(s.Pages)...)
	return append(found, lost(s)...)
}

func opening(sentence string) string {
	words := strings.Fields(sentence)
	if len(words) > 8 {
		return strings.Join(words[:8], " ") + " …"
	}
	return sentence
}

var placeholders = regexp.MustCompile(`(?i)\b(lorem ipsum|todo|tbc|tbd|fixme|xxx+|insert .{1,30} here)\b|\?\?\?`)

func unfinished(text string, at problem.Place) problem.List {
	if m := placeholders.FindString(text); m != "" {
		return problem.List{problem.At(at, "unfinished text: %q", m).With("write the words, or set draft: true until they are known")}
	}
	return nil
}

// An NHS number has ten digits, written 3-3-4; a GMC reference number has seven. Neither belongs on a public page.
var (
	nhsNumber = regexp.MustCompile(`\b\d{3}[ -]\d{3}[ -]\d{4}\b`)
	gmcNumber = regexp.MustCompile(`(?i)\bGMC\b[^.]{0,30}\b\d{7}\b`)
	bornOn    = regexp.MustCompile(`(?i)\b(d\.?o\.?b\.?|date of birth|born on)\b[^.]{0,12}\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}`)
)

func identifiers(text string, at problem.Place) problem.List {
	for _, sort := range []struct {
		what    string
		pattern *regexp.Regexp
	}{{"an NHS number", nhsNumber}, {"a GMC number", gmcNumber}, {"a date of birth", bornOn}} {
		if sort.pattern.MatchString(text) {
			return problem.List{problem.At(at, "this looks like %s", sort.what).With("take out whatever could identify a person")}
		}
	}
	return nil
}

// Age returns the reading age of a page's text, 0 where it is too short to measure.
func Age(p *site.Page) float64 {
	var t Tally
	for _, passage := range p.Passages {
		t.Add(passage.Text)
	}
	if t.Words < minWordsToMeasure {
		return 0
	}
	return t.ReadingAge()
}

func hard(p *site.Page) problem.List {
	limit := maxGuidanceAge
	if slices.Contains(termsKinds, p.Kind.Name) {
		limit = maxTermsAge
	}
	if age := Age(p); age > limit {
		return problem.List{problem.At(p.Start, "the text asks for a reading age of %.1f", age).
			With("aim for %.0f or less: shorter sentences, shorter words", limit).AsWarning()}
	}
	return nil
}

// dated reports pages past their review date and facts without a source.
func dated(p *site.Page) problem.List {
	var found problem.List
	if p.Stale {
		found = append(found, problem.At(p.Start, "the page was due for review on %s", p.Due.Format("2 January 2006")).
			With("check its facts and set reviewed: to today").AsWarning())
	}
	if factual(p) && len(p.Sources) == 0 {
		found = append(found, problem.At(p.Start, "the page states facts without a source").
			With("add sources:, each with title, url and read; or mark it evidence: background").AsWarning())
	}
	return found
}

// factual says whether a page claims to have read its facts somewhere.
func factual(p *site.Page) bool {
	switch own := p.Own.(type) {
	case *content.Specialty:
		return true
	case *content.Skill:
		return own.Evidence != "background"
	case *content.Career:
		return own.Evidence != "background"
	case *content.Stage, *content.Person:
		return true
	}
	return false
}

// repeats reports a sentence that stands on two pages: one of them was copied.
func repeats(pages []*site.Page) problem.List {
	type origin struct {
		page *site.Page
		at   problem.Place
	}
	first := map[string]origin{}
	var found problem.List
	for _, p := range pages {
		for _, passage := range p.Passages {
			for _, sentence := range Sentences(passage.Text) {
				words := Words(strings.ToLower(sentence))
				if len(words) < minRepeatWords {
					continue
				}
				key := strings.Join(words, " ")
				before, known := first[key]
				if !known {
					first[key] = origin{p, passage.Place}
				} else if before.page != p {
					found = append(found, problem.At(passage.Place, "the sentence stands on two pages: %s", opening(sentence)).
						With("it is also in %s:%d; write it afresh in one of them", before.at.File, before.at.Line).AsWarning())
				}
			}
		}
	}
	return found
}

// lost reports pages that a reader cannot reach from the home page in a few steps, the list of all pages not counted.
func lost(s *site.Site) problem.List {
	steps := map[*site.Page]int{}
	if s.Home == nil {
		return nil
	}
	steps[s.Home] = 0
	queue := []*site.Page{s.Home}
	for len(queue) > 0 {
		p := queue[0]
		queue = queue[1:]
		for _, to := range neighbours(s, p) {
			if _, seen := steps[to]; !seen && to != nil {
				steps[to] = steps[p] + 1
				queue = append(queue, to)
			}
		}
	}
	var found problem.List
	for _, p := range s.Pages {
		n, reached := steps[p]
		switch {
		case p.Path == site.NotFound:
		case !reached:
			found = append(found, problem.At(p.Start, "no page leads here").With("link to it from a page that readers find").AsWarning())
		case n > maxStepsFromHome:
			found = append(found, problem.At(p.Start, "the page is %d steps from the home page", n).
				With("link to it from a page nearer to the start; %d steps are enough for any page", maxStepsFromHome).AsWarning())
		}
	}
	return found
}

// neighbours are the pages that a page links to, in any of the ways a layout prints.
func neighbours(s *site.Site, p *site.Page) []*site.Page {
	var out []*site.Page
	for _, m := range slices.Concat(s.Navigation, s.Footer) {
		out = append(out, m.Page)
	}
	out = append(out, s.Page("search"))
	if own, ok := p.Own.(*content.Section); !ok || cmp.Or(own.Listing, "cards") != "none" {
		out = append(out, p.Children...)
	}
	for _, r := range slices.Concat(p.Related, p.NamedBy, p.Uses) {
		out = append(out, r.Page)
	}
	for _, start := range p.Starts {
		out = append(out, start.To)
	}
	out = append(out, p.Skills...)
	out = append(out, p.Group, p.Previous, p.Next)
	for l := range p.Links() {
		if where, to, _ := p.Follow(l.Dest); where == content.ToPage {
			out = append(out, s.Page(to))
		}
	}
	return slices.DeleteFunc(out, func(q *site.Page) bool { return q == nil })
}

// Summary is the reading ages of the pages of one kind.
type Summary struct {
	Kind            string
	Pages           int
	Lowest, Highest float64
	Middle          float64 // the median
	Hardest         *site.Page
}

// Summaries returns the reading ages of every kind that has text to measure, sorted by kind.
func Summaries(s *site.Site) []Summary {
	ages := map[string][]float64{}
	hardest := map[string]*site.Page{}
	top := map[string]float64{}
	for _, p := range s.Pages {
		age := Age(p)
		if age == 0 {
			continue
		}
		k := p.Kind.Name
		ages[k] = append(ages[k], age)
		if age > top[k] {
			top[k], hardest[k] = age, p
		}
	}
	var out []Summary
	for k, list := range ages {
		slices.Sort(list)
		middle := (list[(len(list)-1)/2] + list[len(list)/2]) / 2
		out = append(out, Summary{k, len(list), list[0], list[len(list)-1], math.Round(middle*10) / 10, hardest[k]})
	}
	slices.SortFunc(out, func(a, b Summary) int { return cmp.Compare(a.Kind, b.Kind) })
	return out
}
