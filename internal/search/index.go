package search

import (
	"maps"
	"slices"
	"strconv"
	"strings"
)

// The fields of a page that are searched, in the order of their numbers.
var fields = []string{"title", "names", "headings", "summary", "text"}

// index is an index of MiniSearch 7, so that the site needs no Node to be built. It reckons lengths and averages in the
// same order as the library's add, so that scores are the same bits.
type index struct {
	concepts *concepts
	stop     map[string]bool
	lengths  [][]int // by document and field: how many different words
	averages []float64
	terms    map[string][]posting
}

// posting says how often a term stands in a field of a document.
type posting struct{ field, document, times int }

func newIndex(c *concepts) *index {
	i := &index{concepts: c, stop: map[string]bool{}, averages: make([]float64, len(fields)), terms: map[string][]posting{}}
	for _, w := range stopWords {
		i.stop[w] = true
	}
	return i
}

// add takes the next document: the text of each field.
func (i *index) add(texts []string) {
	document := len(i.lengths)
	lengths := make([]int, len(fields))
	for field, text := range texts {
		unique, times := map[string]bool{}, map[string]int{}
		for _, token := range i.concepts.tokens(text) {
			unique[token] = true
			if term := fold(token); !i.stop[term] {
				times[term]++
			}
		}
		lengths[field] = len(unique)
		i.averages[field] = (i.averages[field]*float64(document) + float64(len(unique))) / float64(document+1)
		for term, n := range times {
			i.terms[term] = append(i.terms[term], posting{field, document, n})
		}
	}
	i.lengths = append(i.lengths, lengths)
}

// print writes the terms with their postings, one term a line. The library's own form, {"4":{"17":1,"20":2}}, is a
// quarter larger as sent; the browser makes that form of this one:
//
//	heart 4:17,3*2;3:17
//
// is the term heart, in field 4 once in document 17 and twice in document 20 (17 + 3), and in field 3 once in 17.
func (i *index) print() string {
	var b strings.Builder
	for n, term := range slices.Sorted(maps.Keys(i.terms)) {
		if n > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(term)
		postings := i.terms[term]
		slices.SortFunc(postings, func(x, y posting) int {
			if x.field != y.field {
				return x.field - y.field
			}
			return x.document - y.document
		})
		field, document := -1, 0
		for k, p := range postings {
			switch {
			case p.field == field:
				b.WriteByte(',')
			default:
				b.WriteByte(" ;"[min(k, 1)])
				b.WriteString(strconv.Itoa(p.field) + ":")
				field, document = p.field, 0
			}
			b.WriteString(strconv.Itoa(p.document - document))
			if p.times > 1 {
				b.WriteString("*" + strconv.Itoa(p.times))
			}
			document = p.document
		}
	}
	return b.String()
}
