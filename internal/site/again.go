package site

import (
	"slices"
	"strings"

	"signpost/internal/content"
	"signpost/internal/problem"
)

// With returns the Site with the new text of one page, whose front matter and headings are as they were, and the Problems
// of its links. It says no where more than the page itself may depend on the text. The Site it is called on stays as
// it is.
func (s *Site) With(changed *content.Page, tree *content.Tree) (*Site, *Page, problem.List, bool) {
	before := s.byPath[changed.Path]
	if before == nil || !changed.OnlyBody(before.Page) || !alone(before) || s.Asked[before] != nil {
		return nil, nil, nil, false
	}
	after, p := *s, *before
	p.Page = changed
	i, _ := slices.BinarySearchFunc(s.Pages, p.Path, func(p *Page, path string) int { return strings.Compare(p.Path, path) })
	after.Pages = slices.Clone(s.Pages)
	after.Pages[i] = &p
	after.Tree = tree
	// Pages go on naming the page as it was: all that they show of it is the same.
	j := joiner{site: &after, held: s.held}
	j.checkLinks(&p)
	return &after, &p, j.found, true
}

// alone says whether no page is compared with this one when it is printed, as menus, stages and worksheets are.
func alone(p *Page) bool {
	switch p.Kind.Name {
	case "page", "specialty", "career", "skill", "person":
		return true
	}
	return false
}

// sameGround says whether everything that links can lead to is where it was: pages, headings and files.
func (s *Site) sameGround(before *Site) bool {
	if before == nil || len(s.Pages) != len(before.Pages) || !slices.Equal(s.Files, before.Files) {
		return false
	}
	for i, p := range s.Pages {
		if b := before.Pages[i]; p.Page != b.Page && (p.Path != b.Path || !slices.Equal(p.Headings(), b.Headings())) {
			return false
		}
	}
	return true
}
