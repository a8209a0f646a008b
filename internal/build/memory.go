package build

import (
	"signpost/internal/asset"
	"signpost/internal/cache"
	"signpost/internal/content"
	"signpost/internal/search"
)

// memory is what a build knows of the one before, which another process may have made.
type memory struct {
	pages map[string]known // by a page's path
	rest  rest
	index cache.Sum // what the search index depended on besides its pages
}

// known is a page that was printed: from what, and what came of it.
type known struct {
	from     cache.Sum // marks.of, when it was printed
	reads    string
	file     written
	fragment search.Fragment
}

// written is a file of the site.
type written struct {
	sum  cache.Sum
	size int
}

// rest are the files that are no pages, which are made of all pages together.
type rest struct {
	from  cache.Sum
	files map[string]written
}

// recalled is what another process kept.
type recalled struct {
	pages  *content.Kept
	assets remembered[*asset.Bundled]
	memory *memory
}

// readRecalled reads what keep of another process wrote. What it cannot read is nothing.
func readRecalled(version cache.Sum, sealed []byte) recalled {
	r, ok := cache.Open(version, sealed)
	if !ok {
		return recalled{}
	}
	all := recalled{content.ReadKept(r), readBundle(r), readMemory(r)}
	if r.Bad || r.Rest != "" {
		return recalled{}
	}
	return all
}

// keep writes what readRecalled reads.
func (b *Builder) keep(w *cache.Writer) {
	b.reader.Keep(w)
	writeBundle(w, b.assets)
	b.memory.write(w)
}

func writeBundle(w *cache.Writer, a remembered[*asset.Bundled]) {
	if a.value == nil || len(a.found) > 0 {
		w.Bool(false) // what was found has to be found again
		return
	}
	w.Bool(true)
	w.Text(a.hash)
	w.Int(int64(len(a.value.Files)))
	for _, f := range a.value.Files {
		w.Text(f.Path)
		w.Text(string(f.Data))
	}
	w.Int(int64(len(a.value.URL)))
	for name, address := range a.value.URL {
		w.Text(name)
		w.Text(address)
		imports := a.value.Imports[name]
		w.Int(int64(len(imports)))
		for _, imported := range imports {
			w.Text(imported)
		}
	}
}

func readBundle(r *cache.Reader) (a remembered[*asset.Bundled]) {
	if !r.Bool() {
		return a
	}
	a.hash, a.value = r.Text(), &asset.Bundled{URL: map[string]string{}, Imports: map[string][]string{}}
	for range r.Count() {
		a.value.Files = append(a.value.Files, asset.File{Path: r.Text(), Data: []byte(r.Text())})
	}
	for range r.Count() {
		name := r.Text()
		a.value.URL[name] = r.Text()
		for range r.Count() {
			a.value.Imports[name] = append(a.value.Imports[name], r.Text())
		}
	}
	return a
}

func (m *memory) write(w *cache.Writer) {
	if m == nil {
		m = new(memory)
	}
	w.Int(int64(len(m.pages)))
	for path, k := range m.pages {
		w.Text(path)
		w.Sum(k.from)
		w.Text(k.reads)
		k.file.write(w)
		w.Text(string(k.fragment))
	}
	w.Sum(m.index)
	w.Sum(m.rest.from)
	w.Int(int64(len(m.rest.files)))
	for path, f := range m.rest.files {
		w.Text(path)
		f.write(w)
	}
}

func (f written) write(w *cache.Writer) {
	w.Sum(f.sum)
	w.Int(int64(f.size))
}

func readMemory(r *cache.Reader) *memory {
	m := &memory{rest: rest{files: map[string]written{}}}
	n := r.Count()
	m.pages = make(map[string]known, n)
	for range n {
		path := r.Text()
		m.pages[path] = known{r.Sum(), r.Text(), readWritten(r), search.Fragment(r.Text())}
	}
	m.index, m.rest.from = r.Sum(), r.Sum()
	for range r.Count() {
		path := r.Text()
		m.rest.files[path] = readWritten(r)
	}
	return m
}

func readWritten(r *cache.Reader) written { return written{r.Sum(), int(r.Int())} }
