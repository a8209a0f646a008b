package build

import (
	"context"
	"runtime"

	"golang.org/x/sync/errgroup"

	"signpost/internal/search"
	"signpost/internal/site"
)

// searched gathers what pages say while they are printed, for the module the browser searches in.
type searched struct {
	at    map[*site.Page]int
	texts []search.Text
	limit int
}

func newSearched(s *site.Site) *searched {
	g := &searched{at: map[*site.Page]int{}, texts: make([]search.Text, len(s.Pages)), limit: search.Limit(s)}
	for i, p := range s.Pages {
		g.at[p] = i
	}
	return g
}

// add takes a printed page. It may be called for several pages at once.
func (g *searched) add(p *site.Page, printed []byte) {
	if search.Searched(p) {
		g.texts[g.at[p]] = search.Read(printed, g.limit)
	}
}

func (g *searched) text(p *site.Page) search.Text { return g.texts[g.at[p]] }

// SearchIndex prints every page to write the module that the browser searches in. A preview does so only when somebody
// searches; Render has the pages at hand.
func (r *Result) SearchIndex(ctx context.Context) ([]byte, error) {
	g := newSearched(r.Site)
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for _, p := range r.Site.Pages {
		group.Go(func() error {
			if err := ctx.Err(); err != nil {
				return err
			}
			data, err := r.Page(p)
			if err == nil {
				g.add(p, data)
			}
			return err
		})
	}
	if err := group.Wait(); err != nil {
		return nil, err
	}
	return search.Write(r.Site, g.text)
}
