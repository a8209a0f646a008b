// Package search writes what the browser searches in: an index for MiniSearch and the words of every page, as one
// module. Nothing that a reader looks for leaves the browser.
package search

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"

	"golang.org/x/sync/errgroup"

	"signpost/internal/cache"
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

// Searched says whether readers may look for a page.
func Searched(p *site.Page) bool { return p.Path != site.NotFound && p.Path != "search" }

// phrases are what means the same, and what people ask in more than one word: "who am I" is made of words that are not
// searched, and "how many sessions" means more than each of its words.
func phrases(s content.Synonyms) [][]string {
	all := slices.Clone(s.Same)
	seen := map[string]bool{}
	for _, a := range s.Asked {
		for _, asked := range a.Words {
			if !seen[asked] && len(slices.Collect(words(asked))) > 1 {
				seen[asked] = true
				all = append(all, []string{asked})
			}
		}
	}
	return all
}

// Index makes the module of a site: first a Fragment of every page, in any order and at the same time, then all of it.
type Index struct {
	site     *site.Site
	concepts *concepts
	counters *sync.Pool // of *counter
	limit    int        // words of a page that are searched
	shown    int        // words of a page that results can show
}

// New returns an Index for a site.
func New(s *site.Site) *Index {
	c, stop := newConcepts(phrases(s.Tree.Synonyms)), map[string]bool{}
	for _, w := range stopWords {
		stop[w] = true
	}
	x := &Index{site: s, concepts: c, counters: &sync.Pool{New: func() any { return newCounter(c, stop) }}}
	x.limit, x.shown = maxWords/max(1, len(s.Pages)), maxShown/max(1, len(s.Pages))
	return x
}

// Ground is the checksum of what every Fragment depends on besides its page and the page's document.
func (x *Index) Ground() cache.Sum {
	return cache.SumOf(fmt.Append(nil, x.limit, " ", x.shown, " ", x.concepts.phrases))
}

// record is what is known of a page; assets/scripts/search/index.ts has the same shape. Names and sections are what the
// index was made of, as far as results show it.
type record struct {
	Title    string     `json:"title"`
	Kind     string     `json:"kind"`
	Path     string     `json:"path"` // of its address, without the site's own
	Summary  string     `json:"summary"`
	Sections [][]string `json:"sections"` // id, heading, text
}

// Fragment is one page's part of the module: its record, and its words. It can be kept from one run to the next.
type Fragment string

// Fragment takes what was printed of a page. It may be called for several pages at once.
func (x *Index) Fragment(p *site.Page, printed []byte) (Fragment, error) {
	if !Searched(p) {
		return "", nil
	}
	said := Read(printed, x.limit)
	data, err := json.Marshal(record{p.Title, kindOf(p), strings.TrimPrefix(content.Address(p.Path), "/"), p.Summary, said.upTo(x.shown)})
	if err != nil {
		return "", fmt.Errorf("note %s for the search: %w", p.File, err)
	}
	c := x.counters.Get().(*counter)
	defer x.counters.Put(c)
	w := &c.fragment
	w.Data = w.Data[:0]
	w.Text(string(data))
	c.write(w, Texts(p, x.site.Asked[p], said))
	return Fragment(w.Data), nil
}

// Write returns the module, given the Fragments of all pages in their order.
func (x *Index) Write(fragments []Fragment) ([]byte, error) {
	head, err := json.Marshal(struct {
		Version  int        `json:"version"`
		Stop     []string   `json:"stop"`
		Concepts [][]string `json:"concepts"`
		Fields   []string   `json:"fields"`
	}{1, stopWords, x.concepts.phrases, fields})
	if err != nil {
		return nil, fmt.Errorf("write the search index: %w", err)
	}
	fragments = slices.DeleteFunc(slices.Clone(fragments), func(f Fragment) bool { return f == "" })
	total := 0
	for _, f := range fragments {
		total += len(f)
	}
	var module bytes.Buffer
	module.Grow(total)
	var group errgroup.Group
	group.Go(func() error {
		module.WriteString("export default JSON.parse('")
		put(&module, string(head[:len(head)-1])+`,"pages":[`)
		for i, f := range fragments {
			if i > 0 {
				put(&module, ",")
			}
			put(&module, f.record())
		}
		return nil
	})
	in := merge(fragments)
	terms := in.print()
	rest, err := json.Marshal(struct {
		Lengths  [][len(searched)]int `json:"lengths"`
		Averages []float64            `json:"averages"`
	}{in.lengths, in.averages[:]})
	if err := errors.Join(err, group.Wait()); err != nil {
		return nil, fmt.Errorf("write the search index: %w", err)
	}
	put(&module, "],"+string(rest[1:len(rest)-1])+`,"terms":"`)
	for _, some := range terms {
		module.Write(some.Bytes())
	}
	put(&module, `"}`)
	module.WriteString("')\n")
	return module.Bytes(), nil
}

// record returns what is known of the fragment's page, as JSON.
func (f Fragment) record() string { return (&cache.Reader{Rest: string(f)}).Text() }

// quote fits JSON between the single quotes of a script: a string that JSON.parse reads loads faster than a literal.
var quote = strings.NewReplacer(`\`, `\\`, `'`, `\'`)

// put writes a piece of JSON into the module; writing into memory cannot fail.
func put(module *bytes.Buffer, json string) { _, _ = quote.WriteString(module, json) }

// Fields are the names of what is searched of a page; Texts gives its texts in their order.
func Fields() []string { return slices.Clone(fields) }

// Text returns what is searched of a page's document.
func (x *Index) Text(printed []byte) Text { return Read(printed, x.limit) }

// Texts are the texts of a page that are searched, each in pieces. asked are words that people type who look for it.
func Texts(p *site.Page, asked []string, said Text) [][]string {
	headings, text := make([]string, len(said)), make([]string, len(said))
	for i, s := range said {
		headings[i], text[i] = s.Heading, s.Text
	}
	return [][]string{{p.Title}, append(names(p), asked...), headings, {p.Summary}, text}
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
