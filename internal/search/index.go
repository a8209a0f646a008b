package search

import (
	"bytes"
	"runtime"
	"slices"
	"strconv"

	"golang.org/x/sync/errgroup"

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
	parts    []*part // one after the other
}

// part is the index of some documents that follow each other.
type part struct {
	terms    []string
	number   map[string]int32 // of a term, its place in terms
	postings []posting        // in the order of documents; once sorted, by term, field and document
	starts   []int32          // by term and field: where their postings begin
}

// posting says how often a term stands in a field of a document.
type posting struct {
	term, document, times int32
	field                 int8
}

// merge makes an index of the Fragments of all documents, in their order.
func merge(fragments []Fragment) *merged {
	m := &merged{lengths: make([][len(searched)]int, len(fragments))}
	var group errgroup.Group
	first := 0
	for some := range slices.Chunk(fragments, share(len(fragments))) {
		p, from := &part{number: map[string]int32{}}, first
		m.parts = append(m.parts, p)
		group.Go(func() error {
			p.read(some, from, m.lengths)
			return nil
		})
		first += len(some)
	}
	_ = group.Wait() // what is read was written by Fragment, or kept as it was
	for document, lengths := range m.lengths {
		for field, n := range lengths {
			m.averages[field] = (m.averages[field]*float64(document) + float64(n)) / float64(document+1)
		}
	}
	return m
}

// share is how many of so many things each processor gets.
func share(all int) int { return all/runtime.GOMAXPROCS(0) + 1 }

// read takes the Fragments of some documents and notes their lengths; first is the number of the first.
func (p *part) read(fragments []Fragment, first int, lengths [][len(searched)]int) {
	size := 0
	for _, f := range fragments {
		size += len(f)
	}
	p.postings = make([]posting, 0, size/10) // of a Fragment, a posting takes about ten bytes
	for i, f := range fragments {
		p.add(f, first+i, &lengths[first+i])
	}
	p.sort()
}

func (p *part) add(f Fragment, document int, lengths *[len(searched)]int) {
	r := &cache.Reader{Rest: string(f)}
	r.Text() // its record
	for field := range lengths {
		lengths[field] = int(r.Int())
	}
	for range r.Count() {
		found := posting{document: int32(document), field: int8(r.Int()), times: int32(r.Int())}
		term := r.Text()
		number, seen := p.number[term]
		if !seen {
			number = int32(len(p.terms))
			p.number[term] = number
			p.terms = append(p.terms, term)
		}
		found.term = number
		p.postings = append(p.postings, found)
	}
}

// sort puts the postings in the order of terms and fields, the documents of each in their order.
func (p *part) sort() {
	starts := make([]int32, len(p.terms)*len(searched)+1)
	for _, each := range p.postings {
		starts[place(each.term, int(each.field))+1]++
	}
	for i := 1; i < len(starts); i++ {
		starts[i] += starts[i-1]
	}
	sorted, next := make([]posting, len(p.postings)), slices.Clone(starts)
	for _, each := range p.postings {
		at := place(each.term, int(each.field))
		sorted[next[at]] = each
		next[at]++
	}
	p.postings, p.starts = sorted, starts
}

// of returns the postings of a term in a field.
func (p *part) of(term string, field int) []posting {
	number, ok := p.number[term]
	if !ok {
		return nil
	}
	at := place(number, field)
	return p.postings[p.starts[at]:p.starts[at+1]]
}

func place(term int32, field int) int { return int(term)*len(searched) + field }

// print returns the terms with their postings, one term a line, in pieces to be put one after the other. The library's
// own form, {"4":{"17":1,"20":2}}, is a quarter larger as sent; the browser makes that form of this one:
//
//	heart 4:17,3*2;3:17
//
// is the term heart, in field 4 once in document 17 and twice in document 20 (17 + 3), and in field 3 once in 17.
//
// It is written piece by piece, as it stands in a string of JSON: terms hold letters, digits and marks only, so nothing
// in a line needs to be escaped there.
func (m *merged) print() []*bytes.Buffer {
	const handful = 256 // few, because some terms stand on every page and many on one

	var terms []string
	for _, p := range m.parts {
		terms = append(terms, p.terms...)
	}
	slices.Sort(terms)
	terms = slices.Compact(terms)
	var printed []*bytes.Buffer
	separator := ""
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for some := range slices.Chunk(terms, handful) {
		to, before := new(bytes.Buffer), separator
		printed, separator = append(printed, to), `\n`
		group.Go(func() error {
			for _, term := range some {
				put(to, before+m.line(term))
				before = `\n`
			}
			return nil
		})
	}
	_ = group.Wait() // writing into memory cannot fail
	return printed
}

// line prints a term with its postings.
func (m *merged) line(term string) string {
	b := append(make([]byte, 0, 256), term...)
	separator := byte(' ')
	for field := range searched {
		first, document := true, int32(0)
		for _, p := range m.parts {
			for _, found := range p.of(term, field) {
				if first {
					b = append(strconv.AppendInt(append(b, separator), int64(field), 10), ':')
					first, separator = false, ';'
				} else {
					b = append(b, ',')
				}
				b = strconv.AppendInt(b, int64(found.document-document), 10)
				if found.times > 1 {
					b = strconv.AppendInt(append(b, '*'), int64(found.times), 10)
				}
				document = found.document
			}
		}
	}
	return string(b)
}
