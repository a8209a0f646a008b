package site

import (
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"signpost/internal/content"
	"signpost/internal/markdown"
	"signpost/internal/problem"
)

// checkAllLinks checks the links of all pages but those whose links were followed before, with all processors.
func (j *joiner) checkAllLinks(followed func(*Page) bool) {
	const stretch = 64
	found := make([]problem.List, len(j.site.Pages)/stretch+1)
	var group sync.WaitGroup
	var next atomic.Int64
	for range runtime.GOMAXPROCS(0) {
		group.Go(func() {
			for i := int(next.Add(1)) - 1; i*stretch < len(j.site.Pages); i = int(next.Add(1)) - 1 {
				own := joiner{site: j.site, options: j.options, held: j.held}
				for _, p := range j.site.Pages[i*stretch : min((i+1)*stretch, len(j.site.Pages))] {
					if !followed(p) {
						own.checkLinks(p)
					}
				}
				found[i] = own.found
			}
		})
	}
	group.Wait()
	for _, f := range found {
		j.found = append(j.found, f...)
	}
}

// checkLinks follows every link of a body: the page must be published, the place on it must exist.
func (j *joiner) checkLinks(p *Page) {
	for l := range p.Links() {
		where, to, fragment := p.Follow(l.Dest)
		switch where {
		case content.Nowhere:
			j.say(problem.At(l.Place, "the link %q leads nowhere", l.Dest).
				With("write an address of this site, like /skills/writing/, or a web address that starts with https://"))
		case content.Outside:
			if l.Image {
				j.say(problem.At(l.Place, "the picture %q lies on another site", l.Dest).
					With("pages show only pictures of this site, so that nobody learns who reads them; save it in content/ if you may"))
			}
		case content.ToFile:
			if !j.hasFile(to) {
				j.say(problem.At(l.Place, "there is no file content/%s", to).
					With("put it there, or correct the link").Suggest(to, j.site.Files))
			}
		case content.ToPage:
			j.checkPage(l, to, fragment)
		}
	}
}

// checkPage checks a link to a place on a page.
func (j *joiner) checkPage(l markdown.Link, to, fragment string) {
	if l.Image {
		j.say(problem.At(l.Place, "%q is not a picture", l.Dest).With("pictures end in .png, .jpg, .gif, .svg, .webp or .avif"))
		return
	}
	target := j.site.byPath[to]
	if target == nil {
		says := fmt.Sprintf("the link leads to %q, which is ", l.Dest)
		switch {
		case strings.HasPrefix(l.Dest, "www."):
			j.say(problem.At(l.Place, "%sno page", says).With("write https:// before the address of another site: https://%s", l.Dest))
		case strings.Contains(l.Dest, "@"):
			j.say(problem.At(l.Place, "%sno page", says).With("write mailto: before an e-mail address: mailto:%s", l.Dest))
		default:
			j.missing(l.Place, to, says+"no page", says+"not published", content.Address)
		}
		return
	}
	if fragment == "" || target.Unread || hasPlace(target, fragment) {
		return
	}
	places := ids(target.Headings())
	no := problem.At(l.Place, "there is no place #%s on %s", fragment, target.File)
	if len(places) == 0 {
		j.say(no.With("places are made from headings, and that page has none; take #%s out of the link", fragment))
		return
	}
	j.say(no.With("places are made from headings; there are: %s", problem.Quote(places)).Suggest(fragment, places))
}

func (j *joiner) hasFile(name string) bool {
	_, found := slices.BinarySearch(j.site.Files, name)
	return found
}

func hasPlace(p *Page, id string) bool {
	return slices.ContainsFunc(p.Headings(), func(h markdown.Heading) bool { return h.ID == id })
}

func ids(headings []markdown.Heading) []string {
	out := make([]string, len(headings))
	for i, h := range headings {
		out[i] = h.ID
	}
	return out
}
