package build

import (
	"context"
	"encoding/binary"
	"maps"
	"slices"
	"strings"

	"signpost/internal/cache"
	"signpost/internal/layout"
	"signpost/internal/site"
)

// marks are the checksums of everything that pages are printed from. A page whose marks are as they were is not printed
// again.
type marks struct {
	global cache.Sum  // what every page depends on
	pages  []pageMark // by a page's number
	cards  cache.Sum  // of all pages
	all    cache.Sum
}

// pageMark is the checksum of a page and of its place among the others. A card leaves out the page's text.
type pageMark struct{ card, whole cache.Sum }

// allMarks returns the marks of the site, which are made once.
func (r *Result) allMarks(ctx context.Context) (*marks, error) {
	if r.marks != nil {
		return r.marks, nil
	}
	m := &marks{global: r.globalMark(), pages: make([]pageMark, len(r.Site.Pages))}
	err := inStretches(ctx, r.Site.Pages, func(p *site.Page) error {
		around := place(p)
		whole := append(slices.Clip(around), p.Sum[:]...)
		m.pages[p.Number] = pageMark{cache.SumOf(append(around, p.Card[:]...)), cache.SumOf(whole)}
		return nil
	})
	if err != nil {
		return nil, err
	}
	var cards, all []byte
	for _, p := range m.pages {
		cards, all = append(cards, p.card[:]...), append(all, p.whole[:]...)
	}
	m.cards, m.all = cache.SumOf(cards), cache.SumOf(all)
	r.marks = m
	return m, nil
}

// globalMark is the checksum of layouts, assets, and the words and settings of the whole site.
func (r *Result) globalMark() cache.Sum {
	var w cache.Writer
	w.Text(r.layouts)
	for _, name := range slices.Sorted(maps.Keys(r.bundle.URL)) {
		w.Text(name)
		w.Text(r.bundle.URL[name])
		w.Text(strings.Join(r.bundle.Imports[name], " "))
	}
	w.Sum(r.Site.Tree.Ground)
	w.Text(r.Site.BaseURL)
	for _, name := range r.Site.Files {
		w.Text(name)
	}
	if r.Site.Home != nil {
		w.Text(r.Site.Home.Path)
	}
	w.Bool(offers(r.Site, "search"))
	w.Bool(offers(r.Site, "offline"))
	w.Sum(r.index.Ground())
	return cache.SumOf(w.Data)
}

// place writes down what joining the site has made of a page: where it stands, and the paths of all pages it leads to.
func place(p *site.Page) []byte {
	var w cache.Writer
	pages := func(list ...*site.Page) {
		w.Int(int64(len(list)))
		for _, q := range list {
			if q == nil {
				w.Text("")
			} else {
				w.Text(q.Path)
			}
		}
	}
	reasons := func(list []site.Reason) {
		w.Int(int64(len(list)))
		for _, r := range list {
			w.Text(r.Page.Path)
			w.Text(r.Why)
		}
	}
	w.Text(p.Address)
	w.Bool(p.Stale)
	w.Int(p.Due.Unix())
	pages(p.Trail...)
	pages(p.Children...)
	reasons(p.Related)
	reasons(p.NamedBy)
	reasons(p.Uses)
	w.Int(int64(len(p.Asked)))
	for _, a := range p.Asked {
		w.Text(a.Worksheet.Path)
		w.Text(a.Section)
		w.Text(a.Title)
	}
	pages(p.Group, p.Previous, p.Next)
	pages(p.Skills...)
	for _, s := range p.Starts {
		pages(s.To)
	}
	return w.Data
}

// writeReads notes what a page was printed from.
func writeReads(reads *layout.Reads) string {
	var w cache.Writer
	w.Int(int64(reads.Site))
	w.Int(int64(len(reads.Pages)))
	for _, p := range slices.SortedFunc(maps.Keys(reads.Pages), func(a, b *site.Page) int { return a.Number - b.Number }) {
		w.Text(p.Path)
		w.Bool(reads.Pages[p])
	}
	slices.Sort(reads.Paths)
	paths := slices.Compact(reads.Paths)
	w.Int(int64(len(paths)))
	for _, path := range paths {
		w.Text(path)
	}
	return string(w.Data)
}

// of returns the checksum of all that a page is printed from, given what was noted when it was printed.
func (m *marks) of(s *site.Site, p *site.Page, frame cache.Sum, reads string) cache.Sum {
	b := make([]byte, 0, 512)
	b = append(append(append(b, m.global[:]...), frame[:]...), m.pages[p.Number].whole[:]...)
	r := &cache.Reader{Rest: reads}
	switch layout.Breadth(r.Int()) {
	case layout.Cards:
		b = append(b, m.cards[:]...)
	case layout.Anything:
		b = append(b, m.all[:]...)
	}
	for range r.Count() {
		q, deep := s.Page(r.Text()), r.Bool()
		switch {
		case q == nil:
			b = append(b, "gone"...)
		case deep:
			b = append(b, m.pages[q.Number].whole[:]...)
		default:
			b = append(b, m.pages[q.Number].card[:]...)
		}
	}
	for range r.Count() {
		if q := s.Page(r.Text()); q != nil {
			b = append(b, m.pages[q.Number].card[:]...)
		}
		b = binary.AppendUvarint(b, 0)
	}
	return cache.SumOf(b)
}
