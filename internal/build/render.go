package build

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"runtime"
	"slices"
	"sync"

	"golang.org/x/sync/errgroup"

	"signpost/internal/asset"
	"signpost/internal/cache"
	"signpost/internal/content"
	"signpost/internal/layout"
	"signpost/internal/search"
	"signpost/internal/site"
)

// tray is where the files of a site go. It is used from several goroutines at once. The bytes it is handed are lent for
// as long as put runs.
type tray interface {
	put(path string, data []byte, sum cache.Sum) error
	// has says whether the tray holds these very bytes under a path already, and then counts the file as put.
	has(path string, file written) bool
}

// taking is a tray that holds nothing yet.
type taking Put

func (t taking) put(path string, data []byte, _ cache.Sum) error { return t(path, bytes.Clone(data)) }

func (t taking) has(string, written) bool { return false }

// rendering is one Render on its way.
type rendering struct {
	*Result
	tray  tray
	marks *marks  // nil when nothing is noted for the next build
	old   *memory // of the build before, nil for none
	pages []known // by number, what became of each page
	shelf shelf   // what offline reading keeps
	mu    sync.Mutex
	files map[string]written // guarded by mu; what is no page
	finds bool               // whether the site has a search
}

// render hands all files to a tray. Pages that would come out as they were, and files made of such pages alone, are not
// made when the tray has them.
func (r *Result) render(ctx context.Context, t tray) error {
	in := &rendering{Result: r, tray: t, pages: make([]known, len(r.Site.Pages)), files: map[string]written{}, finds: offers(r.Site, "search")}
	if r.builder != nil {
		var err error
		if in.marks, err = r.allMarks(ctx); err != nil {
			return err
		}
		in.old = r.builder.memory
	}
	if err := inStretches(ctx, r.Site.Pages, in.renderPage); err != nil {
		return err
	}
	from, err := in.restMark()
	if err == nil && !in.hasRest(from) {
		err = in.renderRest()
	}
	if err != nil {
		return err
	}
	if r.builder != nil {
		m := &memory{pages: make(map[string]known, len(in.pages)), rest: rest{from, in.files}, index: r.index.Ground()}
		for i, p := range r.Site.Pages {
			m.pages[p.Path] = in.pages[i]
		}
		r.builder.memory = m
	}
	return nil
}

// stretch is how many pages are handed out at once: a single one is too little work.
const stretch = 16

// inStretches has all processors work on the pages, until one fails.
func inStretches(ctx context.Context, pages []*site.Page, work func(p *site.Page) error) error {
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for some := range slices.Chunk(pages, stretch) {
		group.Go(func() error {
			for _, p := range some {
				if err := ctx.Err(); err != nil {
					return err
				}
				if err := work(p); err != nil {
					return err
				}
			}
			return nil
		})
	}
	return group.Wait()
}

func (r *rendering) renderPage(p *site.Page) error {
	k, good, err := r.stillGood(p)
	if err != nil {
		return err
	}
	if good && r.tray.has(OutputPath(p), k.file) {
		r.pages[p.Number] = k
		return nil
	}
	var reads *layout.Reads
	if r.marks != nil {
		reads = new(layout.Reads)
	}
	b := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(b)
	b.Reset()
	if err := r.printer.Print(b, p, reads); err != nil {
		return err
	}
	data := b.Bytes()
	k = known{file: written{cache.SumOf(data), len(data)}}
	if r.finds {
		if k.fragment, err = r.index.Fragment(p, data); err != nil {
			return err
		}
	}
	if reads != nil {
		frame, err := r.printer.Frame(p)
		if err != nil {
			return err
		}
		k.reads = writeReads(reads)
		k.from = r.marks.of(r.Site, p, frame, k.reads)
	}
	r.pages[p.Number] = k
	return r.tray.put(OutputPath(p), data, k.file.sum)
}

// stillGood returns what is known of a page, if it would be printed as it was.
func (r *rendering) stillGood(p *site.Page) (k known, good bool, err error) {
	if r.old == nil {
		return k, false, nil
	}
	k, printed := r.old.pages[p.Path]
	if !printed {
		return k, false, nil
	}
	frame, err := r.printer.Frame(p)
	return k, err == nil && r.marks.of(r.Site, p, frame, k.reads) == k.from, err
}

// restMark is the checksum of all that the files besides pages are made from.
func (r *rendering) restMark() (cache.Sum, error) {
	if r.marks == nil {
		return cache.Sum{}, nil
	}
	from := slices.Concat(r.marks.global[:], r.marks.all[:])
	for _, name := range r.Site.Files {
		data, err := r.file(name)
		if err != nil {
			return cache.Sum{}, err
		}
		sum := cache.SumOf(data)
		from = append(from, sum[:]...)
	}
	return cache.SumOf(from), nil
}

// hasRest says whether the tray has all files besides pages as they must be.
func (r *rendering) hasRest(from cache.Sum) bool {
	if r.old == nil || r.old.rest.from != from {
		return false
	}
	for path, f := range r.old.rest.files {
		if !r.tray.has(path, f) {
			return false
		}
	}
	r.files = r.old.rest.files
	return true
}

// renderRest makes everything but the pages. The list for offline reading holds all else, so it comes last.
func (r *rendering) renderRest() error {
	var group errgroup.Group
	if r.finds && !r.hasIndex() {
		group.Go(func() error {
			module, err := r.index.Write(r.fragments())
			if err != nil {
				return err
			}
			return r.give(asset.File{Path: search.Path, Data: module})
		})
	}
	group.Go(func() error {
		files, err := r.unsearched()
		if err != nil {
			return err
		}
		return r.give(files...)
	})
	if err := group.Wait(); err != nil {
		return err
	}
	if !offers(r.Site, "offline") {
		return nil
	}
	for i, p := range r.Site.Pages {
		r.shelf.add(OutputPath(p), r.pages[i].file)
	}
	for path, f := range r.files {
		r.shelf.add(path, f)
	}
	offline, err := r.shelf.files(r.bundle.URL[workerScript])
	if err != nil {
		return err
	}
	return r.give(offline...)
}

// unsearched makes what is neither a page nor the search index.
func (r *rendering) unsearched() ([]asset.File, error) {
	files, err := r.Files()
	if err != nil {
		return nil, err
	}
	book, err := r.Document()
	if err != nil {
		return nil, err
	}
	return slices.Concat(files, r.sundries(), book), nil
}

func (r *rendering) fragments() []search.Fragment {
	fragments := make([]search.Fragment, len(r.pages))
	for i := range r.pages {
		fragments[i] = r.pages[i].fragment
	}
	return fragments
}

// hasIndex says whether the tray has what is searched already: an edit far down a long page of a large site leaves all
// fragments as they were.
func (r *rendering) hasIndex() bool {
	if r.old == nil || len(r.old.pages) != len(r.pages) {
		return false
	}
	for i, p := range r.Site.Pages {
		if before, ok := r.old.pages[p.Path]; !ok || before.fragment != r.pages[i].fragment {
			return false
		}
	}
	file, ok := r.old.rest.files[search.Path]
	if !ok || r.index.Ground() != r.old.index || !r.tray.has(search.Path, file) {
		return false
	}
	r.files[search.Path] = file
	return true
}

// give puts files that are no pages.
func (r *rendering) give(files ...asset.File) error {
	for _, f := range files {
		w := written{cache.SumOf(f.Data), len(f.Data)}
		r.mu.Lock()
		r.files[f.Path] = w
		r.mu.Unlock()
		if err := r.tray.put(f.Path, f.Data, w.sum); err != nil {
			return err
		}
	}
	return nil
}

// Files returns what pages load or lead to and what is not made of pages: style sheets, scripts, pictures, documents.
func (r *Result) Files() ([]asset.File, error) {
	files := slices.Clone(r.bundle.Files)
	for _, name := range r.Site.Files {
		data, err := r.file(name)
		if err != nil {
			return nil, err
		}
		files = append(files, asset.File{Path: name, Data: data})
	}
	return files, nil
}

// file reads a picture or document that is copied.
func (r *Result) file(name string) ([]byte, error) {
	data, err := fs.ReadFile(r.source.Content, name)
	if err != nil {
		return nil, fmt.Errorf("read content/%s: %w", name, err)
	}
	return data, nil
}

// offers says whether the site has the page of a tool, which is a section that lists it. What nobody can use is not made.
func offers(s *site.Site, tool string) bool {
	return slices.ContainsFunc(s.Pages, func(p *site.Page) bool {
		own, ok := p.Own.(*content.Section)
		return ok && own.Listing == tool
	})
}
