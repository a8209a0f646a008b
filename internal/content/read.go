package content

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"golang.org/x/sync/errgroup"

	"signpost/internal/cache"
	"signpost/internal/problem"
)

// root is how the folder is called in messages and in Page.File.
const root = "content/"

// maxPageBytes is where a file stops being a page: the longest real one has some 10 kB. It also bounds what a file that
// was made to be slow can cost.
const maxPageBytes = 256 << 10

// maxFileBytes bounds a picture or document that is copied as it is.
const maxFileBytes = 20 << 20

// Tree is all of content/: the site's words, the pages by path, and the files that are copied as they are.
type Tree struct {
	Config   *Config
	Explorer *Explorer // nil for a site without explorer.yaml
	Synonyms Synonyms
	Pages    []*Page  // sorted by File
	Files    []string // below content/, sorted: pictures and documents
	FS       fs.FS
	Ground   cache.Sum // of everything in the folder that is neither a page nor copied, and of the base
}

// Reader reads content/ again and again and parses a file only when its bytes have changed, so that an unchanged file
// gives the same *Page. The zero Reader is ready for use by one goroutine at a time.
type Reader struct {
	// Prose asks for the passages of running text. Set it before the first Read.
	Prose bool
	// Changed names the files that may have changed since the Read before, below content/; nil when any may have. It
	// counts for one Read.
	Changed []string
	// Parsed is how many files the last Read had to parse, and Opened how many pages' bytes it looked at.
	Parsed, Opened int
	// Keeps asks for notes that Keep can write, and Kept returns what an earlier run wrote, nil for nothing. Set them
	// before the first Read.
	Keeps bool
	Kept  func() *Kept

	ground cache.Sum // of site.yaml, explorer.yaml and the base, on which every page depends
	base   string
	cache  map[string]remembered

	bodies *bodies
	last   *reading
}

type remembered struct {
	sum   cache.Sum
	stamp stamp
	page  *Page
	found problem.List
}

// reading is what a Read found, for the next one when only pages change.
type reading struct {
	tree   *Tree
	names  []string
	pages  []remembered // by the same number
	found  problem.List // in the folder as a whole
	parser pageParser
}

// Read reads the folder fsys. base is the path under which the site is published ("" or "/preview"). It returns the
// pages that could be read together with all Problems; an error means the folder itself could not be read.
func (r *Reader) Read(fsys fs.FS, base string) (*Tree, problem.List, error) {
	changed := r.Changed
	r.Changed, r.Parsed, r.Opened = nil, 0, 0
	if changed != nil && r.last != nil && base == r.base && r.readAgain(fsys, changed) {
		tree, found := r.last.result()
		return tree, found, nil
	}
	r.last = nil
	data, err := fs.ReadFile(fsys, siteFile)
	if errors.Is(err, fs.ErrNotExist) {
		p := problem.At(problem.Place{File: root + siteFile}, "the file is missing").
			With("it holds the site's name, contacts and menus; copy the one that came with the program")
		if _, err := fs.Stat(fsys, "site.yml"); err == nil {
			p = p.With("rename content/site.yml to site.yaml")
		}
		return nil, problem.List{p}, nil
	}
	if err != nil {
		return nil, nil, fmt.Errorf("read %s: %w", siteFile, err)
	}
	config, found := readConfig(data)
	if found.Errors() > 0 {
		return nil, found, nil
	}
	explorer, words, more, err := readExplorer(fsys, config.words())
	if err != nil {
		return nil, nil, err
	}
	found = append(found, more...)
	if sum := cache.SumOf(fmt.Appendf(nil, "%s\x00%s\x00%s", base, data, words)); r.cache == nil || sum != r.ground {
		r.ground, r.base, r.cache, r.bodies = sum, base, map[string]remembered{}, new(bodies)
	}
	synonyms, words, more, err := readSynonyms(fsys)
	if err != nil {
		return nil, nil, err
	}
	found = append(found, more...)
	tree := &Tree{Config: config, Explorer: explorer, Synonyms: synonyms, FS: fsys, Ground: cache.SumOf(append(r.ground[:], words...))}
	listed, err := list(fsys)
	if err != nil {
		return nil, nil, err
	}
	tree.Files = listed.files
	last := &reading{tree: tree, names: listed.names, found: append(found, listed.found...)}
	last.parser = pageParser{words: config.words(), base: base, prose: r.Prose, keep: r.Keeps, bodies: r.bodies}
	if last.pages, err = r.parseAll(fsys, listed, last.parser); err != nil {
		return nil, nil, err
	}
	r.last = last
	tree, found = last.result()
	return tree, found, nil
}

// result returns the pages that could be read, and all Problems.
func (l *reading) result() (*Tree, problem.List) {
	tree, found := *l.tree, slices.Clone(l.found)
	tree.Pages = make([]*Page, 0, len(l.pages))
	for _, p := range l.pages {
		if p.page != nil {
			tree.Pages = append(tree.Pages, p.page)
		}
		found = append(found, p.found...)
	}
	return &tree, found
}

// readAgain reads pages anew that were read before. It says no when there is more to it: files that are new or gone, or
// no pages.
func (r *Reader) readAgain(fsys fs.FS, changed []string) bool {
	pages := map[int]remembered{}
	for _, name := range changed {
		i, known := slices.BinarySearch(r.last.names, name)
		if !known {
			return false
		}
		info, err := fs.Stat(fsys, name)
		if err != nil || !info.Mode().IsRegular() || info.Size() > maxPageBytes {
			return false
		}
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return false
		}
		p := remembered{sum: cache.SumOf(data)}
		if p.sum == r.last.pages[i].sum {
			continue
		}
		p.page, p.found = r.last.parser.parse(name, data)
		r.Parsed++
		pages[i] = p
	}
	for i, p := range pages {
		r.last.pages[i] = p
		r.cache[r.last.names[i]] = p
	}
	return true
}

func (r *Reader) parseAll(fsys fs.FS, listed *listing, p pageParser) ([]remembered, error) {
	names := listed.names
	var kept *Kept
	if r.Kept != nil {
		kept = r.Kept()
	}
	if kept != nil && kept.ground != r.ground {
		kept = nil
	}
	again := p
	again.bodies, again.keep = nil, false
	from := &source{fsys, again}
	results := make([]remembered, len(names))
	var parsed, opened atomic.Int64
	read := func(i int) error {
		name := names[i]
		known := keptPage{}
		if kept != nil {
			known = kept.pages[name]
			if at := listed.times[i]; at != (stamp{}) && at == known.stamp {
				if page, ok := p.restore(name, known, from); ok {
					results[i] = remembered{sum: known.sum, stamp: at, page: page}
					return nil
				}
			}
		}
		file := files.Get().(*bytes.Buffer)
		defer files.Put(file)
		if err := readInto(file, fsys, name); err != nil {
			return err
		}
		data := file.Bytes()
		opened.Add(1)
		result := remembered{sum: cache.SumOf(data), stamp: listed.times[i]}
		if old, had := r.cache[name]; had && old.sum == result.sum {
			result.page, result.found = old.page, old.found
		} else if page, ok := p.restore(name, known, from); ok && known.sum == result.sum {
			result.page = page
		} else {
			result.page, result.found = p.parse(name, data)
			parsed.Add(1)
		}
		results[i] = result
		return nil
	}
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	const stretch = 32 // a single page is too little work to be handed out
	for from := 0; from < len(names); from += stretch {
		group.Go(func() error {
			for i := from; i < min(from+stretch, len(names)); i++ {
				if err := read(i); err != nil {
					return err
				}
			}
			return nil
		})
	}
	err := group.Wait()
	r.Parsed, r.Opened = int(parsed.Load()), int(opened.Load())
	for i, name := range names {
		r.cache[name] = results[i]
	}
	return results, err
}

// files are what pages' bytes are read into. Nothing of a page is a part of them.
var files = sync.Pool{New: func() any { return new(bytes.Buffer) }}

func readInto(b *bytes.Buffer, fsys fs.FS, name string) error {
	b.Reset()
	f, err := fsys.Open(name)
	if err == nil {
		_, err = b.ReadFrom(f)
		err = errors.Join(err, f.Close())
	}
	if err != nil {
		return fmt.Errorf("read %s: %w", root+name, err)
	}
	return nil
}
