package content

import (
	"fmt"
	"io/fs"
	"iter"
	"strings"
	"sync"
	"time"

	"signpost/internal/cache"
	"signpost/internal/markdown"
	"signpost/internal/problem"
	"signpost/internal/schema"
)

// Kept are pages as an earlier run read them. A page is found there by the bytes of its file; where the system says that
// a file is as it was, not even these are read.
type Kept struct {
	ground cache.Sum // of what every page depends on
	pages  map[string]keptPage
}

// keptPage is one page without its body, which is printed again when somebody asks for it.
type keptPage struct {
	stamp  stamp
	sum    cache.Sum
	record string // the front matter, headings and links
}

// stamp is what the system says of a file. Without a time, or with one so near to the reading that another change may
// have the same, it says nothing.
type stamp struct{ size, time int64 }

// settled is how old the last change of a file must be when it is read: some file systems count time in steps of two
// seconds.
const settled = 2 * time.Second

func stampOf(info fs.FileInfo, now time.Time) stamp {
	changed := changeTime(info)
	if changed.IsZero() || now.Sub(changed) < settled {
		return stamp{}
	}
	return stamp{info.Size(), changed.UnixNano()}
}

// ReadKept takes what Keep wrote.
func ReadKept(r *cache.Reader) *Kept {
	k := &Kept{ground: r.Sum()}
	n := r.Count()
	k.pages = make(map[string]keptPage, n)
	for range n {
		name := r.Text()
		k.pages[name] = keptPage{stamp{r.Int(), r.Int()}, r.Sum(), r.Text()}
	}
	if r.Bad {
		return nil
	}
	return k
}

// Keep writes the pages of the last Read for another run. It leaves out those with something to mend or a form, which
// are read again each time, and so are their Problems.
func (r *Reader) Keep(w *cache.Writer) {
	w.Sum(r.ground)
	if r.last == nil {
		w.Int(0)
		return
	}
	n := 0
	for i := range r.last.pages {
		if r.last.pages[i].keepable() {
			n++
		}
	}
	w.Int(int64(n))
	for i, name := range r.last.names {
		if p := &r.last.pages[i]; p.keepable() {
			w.Text(name)
			w.Int(p.stamp.size)
			w.Int(p.stamp.time)
			w.Sum(p.sum)
			w.Text(p.page.record)
		}
	}
}

func (p *remembered) keepable() bool {
	return p.page != nil && p.page.record != "" && len(p.found) == 0
}

// notes are what pages are written down in before it is known how long that gets.
var notes = sync.Pool{New: func() any { return new(cache.Writer) }}

// note notes what a page is made of but its body.
func (p *Page) note(front *schema.Node) {
	w := notes.Get().(*cache.Writer)
	defer notes.Put(w)
	w.Data = w.Data[:0]
	w.Sum(p.Card)
	writeNode(w, front)
	w.Text(p.headings)
	headings := len(w.Data)
	w.Text(p.links)
	p.record = string(w.Data)
	// What the record holds need not be held twice.
	p.headings = p.record[headings-len(p.headings) : headings]
	p.links = p.record[len(p.record)-len(p.links):]
}

// Headings returns the headings of the body, in their order. Like links they wait in a plain encoding, for the collector
// would look at every one of them in each of its rounds.
func (p *Page) Headings() []markdown.Heading {
	var headings []markdown.Heading
	r := &cache.Reader{Rest: p.headings}
	for r.Rest != "" {
		headings = append(headings, markdown.Heading{Level: int(r.Int()), ID: r.Text(), Text: r.Text()})
	}
	return headings
}

// setHeadings takes over the headings of a body, with words in the place of placeholders.
func (p *Page) setHeadings(headings []markdown.Heading, words words) {
	w := notes.Get().(*cache.Writer)
	defer notes.Put(w)
	w.Data = w.Data[:0]
	for _, h := range headings {
		w.Int(int64(h.Level))
		w.Text(h.ID)
		// The body has said already which placeholders are unknown.
		text, _ := words.replace(h.Text, problem.Place{})
		w.Text(text)
	}
	p.headings = string(w.Data)
}

// Links yields the links of the body, in their order. They are asked for once or twice and wait in a plain encoding: as
// values, those of a large site would take more memory than all the rest of its pages.
func (p *Page) Links() iter.Seq[markdown.Link] {
	return func(yield func(markdown.Link) bool) {
		r := &cache.Reader{Rest: p.links}
		for r.Rest != "" {
			if !yield(markdown.Link{Dest: r.Text(), Image: r.Bool(), Place: readPlace(r, p.File)}) {
				return
			}
		}
	}
}

// SetLinks takes over the links of a body.
func (p *Page) SetLinks(links []markdown.Link) {
	w := notes.Get().(*cache.Writer)
	defer notes.Put(w)
	w.Data = w.Data[:0]
	for _, l := range links {
		w.Text(l.Dest)
		w.Bool(l.Image)
		writePlace(w, l.Place)
	}
	p.links = string(w.Data)
}

// restore makes a page of what was kept of it, if anything was.
func (p pageParser) restore(name string, k keptPage, from *source) (*Page, bool) {
	if k.record == "" {
		return nil, false
	}
	r := &cache.Reader{Rest: k.record}
	page := p.begin(name)
	page.Sum, page.Card, page.record = k.sum, r.Sum(), k.record
	front := new(schema.Node)
	readNode(front, r, page.File, 0)
	page.headings, page.links = r.Text(), r.Text()
	if r.Bad || r.Rest != "" {
		return nil, false
	}
	page.Start = front.Place
	page.fill(front)
	page.body.from = from
	return page, true
}

// source is where the bodies of restored pages are printed from.
type source struct {
	fsys   fs.FS
	parser pageParser
}

// body prints the body of a page from its file, which must be as it was.
func (s *source) body(p *Page) (string, error) {
	name := strings.TrimPrefix(p.File, root)
	data, err := fs.ReadFile(s.fsys, name)
	if err != nil {
		return "", fmt.Errorf("read %s: %w", p.File, err)
	}
	if cache.SumOf(data) != p.Sum {
		return "", fmt.Errorf("%s was saved while the site was being built; build again", p.File)
	}
	again, _ := s.parser.parse(name, data)
	return again.body.text, nil
}

func writePlace(w *cache.Writer, p problem.Place) {
	w.Int(int64(p.Line))
	w.Int(int64(p.Column))
	w.Int(int64(p.Length))
}

func readPlace(r *cache.Reader, file string) problem.Place {
	return problem.Place{File: file, Line: int(r.Int()), Column: int(r.Int()), Length: int(r.Int())}
}

func writeNode(w *cache.Writer, n *schema.Node) {
	w.Int(int64(n.Shape))
	w.Bool(n.Quoted)
	w.Text(n.Text)
	writePlace(w, n.Place)
	w.Int(int64(len(n.Items)))
	for i := range n.Items {
		writeNode(w, &n.Items[i])
	}
	w.Int(int64(len(n.Keys)))
	for i := range n.Keys {
		w.Text(n.Keys[i].Key)
		writePlace(w, n.Keys[i].Place)
		writeNode(w, &n.Keys[i].Value)
	}
}

// deepest is how far values may stand in each other; those of pages reach three.
const deepest = 100

func readNode(n *schema.Node, r *cache.Reader, file string, depth int) {
	if depth > deepest {
		r.Bad, r.Rest = true, ""
	}
	n.Shape, n.Quoted, n.Text, n.Place = schema.Shape(r.Int()), r.Bool(), r.Text(), readPlace(r, file)
	if items := r.Count(); items > 0 {
		n.Items = make([]schema.Node, items)
		for i := range n.Items {
			readNode(&n.Items[i], r, file, depth+1)
		}
	}
	if keys := r.Count(); keys > 0 {
		n.Keys = make([]schema.Entry, keys)
		for i := range n.Keys {
			n.Keys[i].Key, n.Keys[i].Place = r.Text(), readPlace(r, file)
			readNode(&n.Keys[i].Value, r, file, depth+1)
		}
	}
}
