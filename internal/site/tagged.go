package site

import (
	"slices"
	"sync"
)

// tagged finds pages by tag; it is made when somebody first asks.
type tagged struct {
	once  sync.Once
	pages map[string][]*Page
}

// Tagged returns the published pages that carry a tag, in the order of lists.
func (s *Site) Tagged(tag string) []*Page {
	s.tagged.once.Do(func() {
		s.tagged.pages = map[string][]*Page{}
		for _, p := range s.Pages {
			for i, t := range p.Tags {
				if !slices.Contains(p.Tags[:i], t) {
					s.tagged.pages[t] = append(s.tagged.pages[t], p)
				}
			}
		}
		for _, pages := range s.tagged.pages {
			slices.SortStableFunc(pages, byOrder)
		}
	})
	return slices.Clone(s.tagged.pages[tag])
}
