package site

import "slices"

// Tagged returns the published pages that carry a tag, in the order of lists.
func (s *Site) Tagged(tag string) []*Page {
	var pages []*Page
	for _, p := range s.Pages {
		if slices.Contains(p.Tags, tag) {
			pages = append(pages, p)
		}
	}
	slices.SortStableFunc(pages, byOrder)
	return pages
}
