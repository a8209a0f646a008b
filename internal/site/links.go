package site

import (
	"slices"

	"signpost/internal/content"
	"signpost/internal/markdown"
	"signpost/internal/problem"
)

// checkLinks follows every link of a body: the page must be published, the place on it must exist.
func (j *joiner) checkLinks(p *Page) {
	for _, l := range p.Links {
		where, to, fragment := p.Follow(l.Dest)
		switch where {
		case content.Nowhere:
			j.say(problem.At(l.Place, "the link %q leads nowhere", l.Dest).
				With("write an address of this site, like /skills/writing/, or a web address that starts with https://"))
		case content.ToFile:
			if !j.hasFile(to) {
				j.say(problem.At(l.Place, "there is no file content/%s", to).
					With("put it there, or correct the link").Suggest(to, j.site.Files))
			}
		case content.ToPage:
			if l.Image {
				j.say(problem.At(l.Place, "%q is not a picture", l.Dest).With("pictures end in .png, .jpg, .gif, .svg, .webp or .avif"))
				continue
			}
			target := j.site.byPath[to]
			if target == nil {
				j.missing(l.Place, to, "the link leads to %q, which is no page")
			} else if fragment != "" && !j.anchorsOf(target)[fragment] {
				j.say(problem.At(l.Place, "there is no place #%s on %s", fragment, target.File).
					With("places are made from headings").Suggest(fragment, ids(target.Headings)))
			}
		}
	}
}

func (j *joiner) hasFile(name string) bool {
	_, found := slices.BinarySearch(j.site.Files, name)
	return found
}

func (j *joiner) anchorsOf(p *Page) map[string]bool {
	known, ok := j.anchors[p]
	if !ok {
		known = map[string]bool{}
		for _, id := range ids(p.Headings) {
			known[id] = true
		}
		j.anchors[p] = known
	}
	return known
}

func ids(headings []markdown.Heading) []string {
	out := make([]string, len(headings))
	for i, h := range headings {
		out[i] = h.ID
	}
	return out
}
