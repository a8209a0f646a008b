package search

import (
	"slices"
	"strconv"

	"signpost/internal/cache"
)

// searched are the fields of a page that are searched, in the order of their numbers.
var searched = [...]string{"title", "names", "headings", "summary", "text"}

var fields = searched[:]

// merged is an index of MiniSearch 7, so that the site needs no Node to be built. It reckons averages in the same order
// as the library's add, so that scores are the same bits.
type merged struct {
	lengths  [][len(searched)]int // by document and field: how many different words
	averages [len(searched)]float64
	terms    []string
	number   map[string]int32 // of a term, its place in terms
	postings []posting        // in the order of documents
}

// posting says how often a term stands in a field of a document.
type posting struct {
	term, document, times int32
	field                 int8
}

// newMerged makes room for so many bytes of Fragments, of which a posting takes about ten.
func newMerged(bytes int) *merged {
	return &merged{number: map[string]int32{}, postings: make([]posting, 0, bytes/10)}
}

// add takes the next document and returns its record.
func (m *merged) add(f Fragment) string {
	r := &cache.Reader{Rest: string(f)}
	known := r.Text()
	document := len(m.lengths)
	var lengths [len(searched)]int
	for field := range lengths {
		n := int(r.Int())
		lengths[field] = n
		m.averages[field] = (m.averages[field]*float64(document) + float64(n)) / float64(document+1)
	}
	m.lengths = append(m.lengths, lengths)
	for range r.Count() {
		p := posting{document: int32(document), field: int8(r.Int()), times: int32(r.Int())}
		term := r.Text()
		number, seen := m.number[term]
		if !seen {
			number = int32(len(m.terms))
			m.number[term] = number
			m.terms = append(m.terms, term)
		}
		p.term = number
		m.postings = append(m.postings, p)
	}
	return known
}

// print writes the terms with their postings, one term a line. The library's own form, {"4":{"17":1,"20":2}}, is a
// quarter larger as sent; the browser makes that form of this one:
//
//	heart 4:17,3*2;3:17
//
// is the term heart, in field 4 once in document 17 and twice in document 20 (17 + 3), and in field 3 once in 17.
//
// It is written piece by piece, as it stands in a string of JSON: terms hold letters, digits and marks only, so nothing
// in a line needs to be escaped there.
func (m *merged) print(put func(json string)) {
	sorted := slices.Clone(m.terms)
	slices.Sort(sorted)
	byTerm := m.byTerm()
	var b []byte
	for n, term := range sorted {
		b = b[:0]
		if n > 0 {
			b = append(b, `\n`...)
		}
		b = append(b, term...)
		separator := byte(' ')
		for field := range searched {
			document := int32(0)
			for k, p := range byTerm(m.number[term], field) {
				if k == 0 {
					b = append(strconv.AppendInt(append(b, separator), int64(field), 10), ':')
					separator = ';'
				} else {
					b = append(b, ',')
				}
				b = strconv.AppendInt(b, int64(p.document-document), 10)
				if p.times > 1 {
					b = strconv.AppendInt(append(b, '*'), int64(p.times), 10)
				}
				document = p.document
			}
		}
		put(string(b))
	}
}

// byTerm sorts the postings by term and field, the documents of each in their order, and returns a way to look them up.
// Of a large site they take much room, so they are not held twice for longer than that takes.
func (m *merged) byTerm() func(term int32, field int) []posting {
	place := func(term int32, field int) int { return int(term)*len(searched) + field }
	starts := make([]int32, len(m.terms)*len(searched)+1)
	for _, p := range m.postings {
		starts[place(p.term, int(p.field))+1]++
	}
	for i := 1; i < len(starts); i++ {
		starts[i] += starts[i-1]
	}
	sorted, next := make([]posting, len(m.postings)), slices.Clone(starts)
	for _, p := range m.postings {
		at := place(p.term, int(p.field))
		sorted[next[at]] = p
		next[at]++
	}
	m.postings = nil
	return func(term int32, field int) []posting {
		at := place(term, field)
		return sorted[starts[at]:starts[at+1]]
	}
}
