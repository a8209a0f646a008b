package site

import (
	"slices"
	"sync"
)

// tagged finds pages by tag; it is made when somebody first asks.
type tagged struct {
	once sync.Once
	tags map[string]*tag
}

// tag is the pages that carry it, in order once somebody has asked for them.
type tag struct {
	once  sync.Once
	pages []*Page
}

// Tagged returns the published pages that carry a tag, in the order of lists.
func (s *Site) Tagged(name string) []*Page {
	s.tagged.once.Do(func() {
		s.tagged.tags = map[string]*tag{}
		for _, p := range s.Pages {
			for i, t := range p.Tags {
				if slices.Contains(p.Tags[:i], t) {
					continue
				}
				if s.tagged.tags[t] == nil {
					s.tagged.tags[t] = new(tag)
				}
				s.tagged.tags[t].pages = append(s.tagged.tags[t].pages, p)
			}
		}
	})
	t, ok := s.tagged.tags[name]
	if !ok {
		return nil
	}
	t.once.Do(func() { slices.SortFunc(t.pages, byOrder) })
	return slices.Clone(t.pages)
}
