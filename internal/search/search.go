// Package search writes what the browser searches in: an index for MiniSearch and the words of every page, as one
// module. Nothing that a reader looks for leaves the browser.
package search

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"signpost/internal/content"
	"signpost/internal/site"
)

// Path is where the module stands below the output folder. Its name does not change with its bytes: every page leads to
// it, and an edit of one page must not change all others. Browsers ask whether their copy is still good.
const Path = "search/index.js"

// The module of the real site must stay below 200 kB as sent. A larger site has fewer words of each page in it, but all
// titles, names and summaries.
const (
	maxWords = 120_000 // of running text that is searched
	maxShown = 85_000  // of running text that results can show
)

// Limit returns how many words of one page of a site are searched.
func Limit(s *site.Site) int { return maxWords / max(1, len(s.Pages)) }

// Searched says whether readers may look for a page.
func Searched(p *site.Page) bool { return p.Path != site.NotFound && p.Path != "search" }

// phrases are what means the same, and what people ask in more than one word: "who am I" is made of words that are not
// searched, and "how many sessions" means more than each of its words.
func phrases(s content.Synonyms) [][]string {
	all := slices.Clone(s.Same)
	seen := map[string]bool{}
	for _, a := range s.Asked {
		for _, asked := range a.Words {
			if !seen[asked] && len(words(asked)) > 1 {
				seen[asked] = true
				all = append(all, []string{asked})
			}
		}
	}
	return all
}

// module is what the browser loads; assets/scripts/search/index.ts has the same shape.
type module struct {
	Version  int        `json:"version"`
	Stop     []string   `json:"stop"`
	Concepts [][]string `json:"concepts"`
	Fields   []string   `json:"fields"`
	Pages    []record   `json:"pages"`
	Lengths  [][]int    `json:"lengths"`
	Averages []float64  `json:"averages"`
	Terms    string     `json:"terms"`
}

// record is what is known of a page. Names and sections are what the index was made of, as far as results show it.
type record struct {
	Title    string     `json:"title"`
	Kind     string     `json:"kind"`
	Path     string     `json:"path"` // of its address, without the site's own
	Summary  string     `json:"summary"`
	Sections [][]string `json:"sections"` // id, heading, text
}

// Write returns the module. text gives what each page says, as Read found it.
func Write(s *site.Site, text func(*site.Page) Text) ([]byte, error) {
	c := newConcepts(phrases(s.Tree.Synonyms))
	in := newIndex(c)
	m := module{Version: 1, Stop: stopWords, Concepts: c.phrases, Fields: fields, Pages: []record{}}
	shown := maxShown / max(1, len(s.Pages))
	for _, p := range s.Pages {
		if !Searched(p) {
			continue
		}
		said := text(p)
		in.add(Texts(p, s.Asked[p], said))
		m.Pages = append(m.Pages, record{p.Title, kindOf(p), strings.TrimPrefix(content.Address(p.Path), "/"), p.Summary, said.upTo(shown)})
	}
	m.Lengths, m.Averages, m.Terms = in.lengths, in.averages, in.print()
	data, err := json.Marshal(m)
	if err != nil {
		return nil, fmt.Errorf("write the search index: %w", err)
	}
	return []byte("export default JSON.parse('" + quote.Replace(string(data)) + "')\n"), nil
}

// quote fits JSON between the single quotes of a script: a string that JSON.parse reads loads faster than a literal.
var quote = strings.NewReplacer(`\`, `\\`, `'`, `\'`)

// Fields are the names of what is searched of a page; Texts gives its texts in their order.
func Fields() []string { return slices.Clone(fields) }

// Texts are the texts of a page that are searched. asked are words that people type who look for it.
func Texts(p *site.Page, asked []string, said Text) []string {
	var headings, text []string
	for _, s := range said {
		headings = append(headings, s.Heading)
		text = append(text, s.Text)
	}
	return []string{p.Title, strings.Join(append(names(p), asked...), "\n"), strings.Join(headings, "\n"), p.Summary, strings.Join(text, "\n")}
}

// names are what a page is also called or looked for under.
func names(p *site.Page) []string {
	var all []string
	if own, ok := p.Own.(*content.Specialty); ok {
		all = append(all, own.AlsoKnownAs...)
	}
	return append(all, p.Tags...)
}

var kindWords = map[string]string{
	"home": "First page", "stage": "Stage", "factor": "Factor", "skill": "Skill", "group": "Group of specialties",
	"specialty": "Specialty", "career": "Career", "person": "Person", "worksheet": "Worksheet",
}

// kindOf says in a word or two what a page is, or else which part of the site it belongs to.
func kindOf(p *site.Page) string {
	if words, ok := kindWords[p.Kind.Name]; ok {
		return words
	}
	if len(p.Trail) > 1 {
		return p.Trail[1].Title
	}
	return "Part of this site"
}
