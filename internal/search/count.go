package search

import (
	"slices"
	"strconv"
	"strings"

	"signpost/internal/cache"
)

// counter counts the words of one text after another. It remembers each word it has met, because a site is made of the
// same few thousand words again and again. It is for one goroutine at a time.
type counter struct {
	concepts *concepts
	stop     map[string]bool
	written  map[string]int32 // of a word as written, its place in words
	words    []counted
	folded   map[string]int32 // of a folded word, its place in terms
	terms    []term
	texts    int32   // how many texts were begun
	run      []int32 // the terms of this text in their order
	found    []int32 // the same, each once
	distinct int     // words as written of this text

	fragment, postings cache.Writer // room for what is written
}

// counted is a word as written.
type counted struct {
	term int32
	text int32 // in which it was met last
}

// term is a folded word, which is what is searched.
type term struct {
	word   string
	stop   bool
	starts []sequence
	text   int32 // in which it was met last
	times  int32 // how often, in that text
}

func newCounter(c *concepts, stop map[string]bool) *counter {
	return &counter{concepts: c, stop: stop, written: map[string]int32{}, folded: map[string]int32{}}
}

// count takes the words of a text, given in pieces, and a term of its own for each concept met in it.
func (c *counter) count(pieces ...string) {
	c.texts++
	c.run, c.found, c.distinct = c.run[:0], c.found[:0], 0
	for _, text := range pieces {
		for word := range words(text) {
			c.met(word)
		}
	}
	for i, n := 0, len(c.run); i < n; i++ {
		var met []int // a concept counts once in a place, though several of its phrases may begin there
		for _, s := range c.terms[c.run[i]].starts {
			if c.follow(s.words, c.run[i:n]) && !slices.Contains(met, s.concept) {
				met = append(met, s.concept)
				c.met(mark + strconv.Itoa(s.concept))
			}
		}
	}
}

// met counts a word as written, or the mark of a concept.
func (c *counter) met(word string) {
	place, known := c.written[word]
	if !known {
		place = c.learn(word)
	}
	w := &c.words[place]
	if w.text != c.texts {
		w.text = c.texts
		c.distinct++
	}
	t := &c.terms[w.term]
	if t.text != c.texts {
		t.text, t.times = c.texts, 0
		c.found = append(c.found, w.term)
	}
	t.times++
	c.run = append(c.run, w.term)
}

func (c *counter) learn(word string) int32 {
	// A word is a part of a text, which would be kept with it.
	word = strings.Clone(word)
	folded := fold(word)
	place, known := c.folded[folded]
	if !known {
		place = int32(len(c.terms))
		c.folded[folded] = place
		c.terms = append(c.terms, term{word: folded, stop: c.stop[folded], starts: c.concepts.byFirst[folded]})
	}
	c.written[word] = int32(len(c.words))
	c.words = append(c.words, counted{term: place})
	return c.written[word]
}

// follow says whether the words of a phrase begin a run of terms.
func (c *counter) follow(phrase []string, run []int32) bool {
	if len(phrase) > len(run) {
		return false
	}
	for i, word := range phrase {
		if c.terms[run[i]].word != word {
			return false
		}
	}
	return true
}

// write notes what the index of MiniSearch 7 holds of one document: of each field how many different words it has, and
// how often each term stands in it.
func (c *counter) write(w *cache.Writer, texts [][]string) {
	terms, n := &c.postings, int64(0)
	terms.Data = terms.Data[:0]
	for field, pieces := range texts {
		c.count(pieces...)
		w.Int(int64(c.distinct))
		for _, place := range c.found {
			if t := &c.terms[place]; !t.stop {
				n++
				terms.Int(int64(field))
				terms.Int(int64(t.times))
				terms.Text(t.word)
			}
		}
	}
	w.Int(n)
	w.Data = append(w.Data, terms.Data...)
}
