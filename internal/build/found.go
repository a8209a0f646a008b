package build

import (
	"slices"

	"signpost/internal/asset"
	"signpost/internal/content"
	"signpost/internal/search"
	"signpost/internal/site"
)

// searched gathers what pages say while they are printed, for the module the browser searches in.
type searched struct {
	at    map[*site.Page]int
	texts []search.Text
	limit int
}

func (r *Result) newSearched() *searched {
	if !r.offers("search") {
		return nil
	}
	s := r.Site
	g := &searched{at: map[*site.Page]int{}, texts: make([]search.Text, len(s.Pages)), limit: search.Limit(s)}
	for i, p := range s.Pages {
		g.at[p] = i
	}
	return g
}

// add takes a printed page. It may be called for several pages at once.
func (g *searched) add(p *site.Page, printed []byte) {
	if g != nil && search.Searched(p) {
		g.texts[g.at[p]] = search.Read(printed, g.limit)
	}
}

func (g *searched) text(p *site.Page) search.Text { return g.texts[g.at[p]] }

// offers says whether the site has the page of a tool, which is a section that lists it. What nobody can use is not made.
func (r *Result) offers(tool string) bool {
	return slices.ContainsFunc(r.Site.Pages, func(p *site.Page) bool {
		own, ok := p.Own.(*content.Section)
		return ok && own.Listing == tool
	})
}

// renderLast hands over what is made of all pages: the book, what the browser searches in, and what offline reading needs.
// The list for offline reading holds all else, so it is not put where it would list itself.
func (r *Result) renderLast(said *searched, shelf *shelf, put, plain Put) error {
	files, err := r.Document()
	if err != nil {
		return err
	}
	if said != nil {
		index, err := search.Write(r.Site, said.text)
		if err != nil {
			return err
		}
		files = append(files, asset.File{Path: search.Path, Data: index})
	}
	for _, f := range files {
		if err := put(f.Path, f.Data); err != nil {
			return err
		}
	}
	offline, err := shelf.files(r.bundle.URL[workerScript])
	if err != nil {
		return err
	}
	for _, f := range offline {
		if err := plain(f.Path, f.Data); err != nil {
			return err
		}
	}
	return nil
}
