// Package build is the straight line from Markdown to site: read, check, join, render, bundle, write.
package build

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"signpost/internal/asset"
	"signpost/internal/content"
	"signpost/internal/layout"
	"signpost/internal/problem"
	"signpost/internal/search"
	"signpost/internal/site"
)

// Source is the three folders a site is made of. Each may be a folder on disk, embedded, or one laid over the other.
type Source struct {
	Content, Layouts, Assets fs.FS
}

// Options says what is published and as of which day.
type Options struct {
	BaseURL        string // instead of the one in site.yaml, when not empty
	Drafts, Future bool
	Prose          bool // keep the passages of running text, for the check of the language
	Now            time.Time
}

// Builder builds a site again and again and does again only what a change touches. It is for one goroutine at a time.
type Builder struct {
	Source  Source
	Options Options
	// Changed names the files that may have changed since the Build before, like content/help/index.md; nil when any may
	// have. It counts for one Build.
	Changed []string

	last    built
	memory  *memory         // of the pages that were printed last, when keeps asks for it
	keeps   bool            // note what pages are printed from, for a build after this one
	recall  func() recalled // what another process kept, nil once it is taken over
	looked  bool            // at layouts and assets, since they last changed
	reader  content.Reader
	layouts remembered[*layout.Set]
	assets  remembered[*asset.Bundled]
	sources asset.Sums // of assets/
	bundler asset.Bundler
}

// remembered is what was made of a folder, kept while the folder's bytes stay the same.
type remembered[T any] struct {
	hash  string
	value T
	found problem.List
}

// Result is a built site: everything that is to be written, except pages, which are printed one at a time.
type Result struct {
	Site    *site.Site
	printer *layout.Printer
	bundle  *asset.Bundled
	source  Source
	layouts string // their checksum
	index   *search.Index
	builder *Builder // where what was printed is noted, nil if it is not
	marks   *marks   // of this site, once they are asked for

	// Printed says which pages alone can differ from the Result before, nil when any can.
	Printed []*site.Page
}

// Build reads, checks and joins the site. With Problems of level error there is no Result: a page with a mistake is
// never published and never hidden. An error means that a machine failed, not an author.
func (b *Builder) Build(ctx context.Context) (*Result, problem.List, error) {
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	// The prefix of every address is needed before the first page is printed, so the base URL comes first.
	base, err := site.BasePath(b.Options.BaseURL)
	if err != nil {
		return nil, nil, err
	}
	changed := b.take()
	var looking errgroup.Group
	if changed.others {
		looking.Go(b.loadLayouts)
		looking.Go(b.sumAssets)
	}
	b.reader.Prose, b.reader.Changed, b.reader.Keeps = b.Options.Prose, changed.pages, b.keeps
	tree, found, err := b.reader.Read(b.Source.Content, base)
	if failed := looking.Wait(); err == nil {
		err = failed
	}
	if err != nil || tree == nil {
		return nil, found.Sort(), err
	}
	if b.recall != nil {
		kept := b.recall()
		b.assets, b.memory, b.recall = kept.assets, kept.memory, nil
	}
	r, before := b.again(changed, tree, found)
	if r != nil {
		return r, found.Sort(), nil
	}
	joined, more := site.Join(tree, site.Options{
		Now: b.Options.Now, Drafts: b.Options.Drafts, Future: b.Options.Future, BaseURL: b.Options.BaseURL, Before: before,
	})
	found = append(found, more...)
	joins := more
	found = append(found, b.layouts.found...)
	if found.Errors() > 0 {
		return nil, found.Sort(), nil
	}
	bundle, more, err := b.bundle(joined)
	found = append(found, more...)
	if err != nil || found.Errors() > 0 {
		return nil, found.Sort(), err
	}
	printer := b.layouts.value.Printer(joined, bundle.URL)
	printer.Policy, printer.Imports = pagePolicy, bundle.Imports
	r = &Result{Site: joined, bundle: bundle, printer: printer, source: b.Source, layouts: b.layouts.hash, index: search.New(joined)}
	if b.keeps {
		r.builder = b
	}
	b.last, b.looked = built{r, b.Options, joins}, true
	return r, found.Sort(), nil
}

// Put takes one file of the finished site: its path below the output folder and its bytes, which are the taker's to
// keep. It is called from several goroutines at once.
type Put func(path string, data []byte) error

// Render prints everything and hands it to put, pages in parallel, so that only the pages being printed are in memory.
func (r *Result) Render(ctx context.Context, put Put) error {
	return r.render(ctx, taking(put))
}

// buffers are what pages are printed into.
var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// Page prints one page.
func (r *Result) Page(p *site.Page) ([]byte, error) {
	b := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(b)
	b.Reset()
	if err := r.printer.Print(b, p, nil); err != nil {
		return nil, err
	}
	return bytes.Clone(b.Bytes()), nil
}

// OutputPath returns the file below the output folder in which a page is published.
func OutputPath(p *site.Page) string {
	switch p.Path {
	case "index":
		return "index.html"
	case site.NotFound:
		return "404.html" // the name hosts look for
	}
	return p.Path + "/index.html"
}

func (b *Builder) loadLayouts() error {
	hash, err := asset.HashAll(b.Source.Layouts)
	if err != nil {
		return fmt.Errorf("read layouts: %w", err)
	}
	if b.layouts.hash == hash {
		return nil
	}
	set, found, err := layout.Load(b.Source.Layouts)
	if err != nil {
		return err
	}
	b.layouts = remembered[*layout.Set]{hash, set, found}
	return nil
}
