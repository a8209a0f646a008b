package search

import (
	"slices"
	"strings"
)

// concepts finds phrases that mean the same. Wherever one stands, in a page or in a query, a term of its own is added
// that stands for all of them, so that ITU finds intensive care and intensive care finds ITU. A phrase counts only whole
// and in order: "less than full time" is made of words that stand on every page.
type concepts struct {
	phrases [][]string            // of each concept, as folded words joined by spaces
	byFirst map[string][]sequence // by a phrase's first word, longest first
}

type sequence struct {
	words   []string
	concept int
}

// newConcepts takes lists of phrases that mean the same.
func newConcepts(same [][]string) *concepts {
	c := &concepts{byFirst: map[string][]sequence{}}
	for i, list := range same {
		var phrases []string
		for _, phrase := range list {
			var folded []string
			for word := range words(phrase) {
				folded = append(folded, fold(word))
			}
			if text := strings.Join(folded, " "); text != "" && !slices.Contains(phrases, text) {
				phrases = append(phrases, text)
				c.byFirst[folded[0]] = append(c.byFirst[folded[0]], sequence{folded, i})
			}
		}
		c.phrases = append(c.phrases, phrases)
	}
	for _, list := range c.byFirst {
		slices.SortStableFunc(list, func(a, b sequence) int { return len(b.words) - len(a.words) })
	}
	return c
}

// mark begins the terms that stand for concepts; no word of a text can hold it.
const mark = "="
