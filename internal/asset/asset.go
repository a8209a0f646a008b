// Package asset makes the files that pages load: style sheets without the rules nobody uses, scripts, and pictures,
// each under a name that changes with its bytes. It alone uses esbuild and the CSS lexer.
package asset

import (
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"signpost/internal/problem"
)

// folder is where the files go below the output folder, and what authors know the input folder as.
const folder = "assets"

// Input is what Bundle works on.
type Input struct {
	FS     fs.FS            // the folder assets/: embedded, on disk, or one laid over the other
	Base   string           // path prefix of the site's addresses, "" or "/preview"
	Sheets map[string]Sheet // style sheets to make, by name: "reading"
	// Scripts names the scripts to make, nil for all: what no page loads need not be compiled.
	Scripts []string
	// Sums are those of FS, when they are known; without them everything is compiled.
	Sums Sums
}

// Sheet is one style sheet to make. Used holds texts in which every class, id and element name that the sheet's pages
// may use stands as a word: templates, scripts, the names the Markdown printer knows. words says what counts as one.
type Sheet struct{ Used []string }

// Bundled is what the pages load. URL gives the address of a file by its plain name: "reading.css", "start.js",
// "images/map.svg". Imports gives the addresses of the chunks that a script cannot start without. Chunks that scripts load
// later are in Files only.
type Bundled struct {
	Files   []File
	URL     map[string]string
	Imports map[string][]string
}

// File is one file to write: its path below the output folder, with forward slashes, and its bytes.
type File struct {
	Path string
	Data []byte
}

// made is what one step of the work gives; names are plain names of files that pages ask for, mapped to paths; imports
// are the paths that the script at a path imports at once.
type made struct {
	files    []File
	names    map[string]string
	imports  map[string][]string
	problems problem.List
}

// Bundle is the Bundle of a new Bundler.
func Bundle(in Input) (*Bundled, problem.List, error) { return new(Bundler).Bundle(in) }

// Bundler bundles again and again and compiles only what depends on something that has changed. It is for one goroutine
// at a time.
type Bundler struct{ last map[string]step }

// step is one part of the work, what it depends on, and what it gave.
type step struct {
	name, from string
	do         func() (made, error)
	made       made
}

// Bundle compiles the scripts and style sheets of assets/ and names every file by its bytes. Mistakes in the folder's
// own scripts and style sheets come as Problems; what has one is missing from what is returned. The same input gives
// the same bytes.
func (b *Bundler) Bundle(in Input) (*Bundled, problem.List, error) {
	pictures, err := readPictures(in.FS)
	if err != nil {
		return nil, nil, err
	}
	src, err := newSource(in.FS, pictures.names)
	if err != nil {
		return nil, nil, err
	}
	scripts := fmt.Sprintf("%s%s%s%q", in.Sums["scripts"], in.Sums["vendor"], in.Sums["images"], in.Scripts)
	styles := fmt.Sprint(in.Sums["styles"], in.Sums["vendor"], in.Sums["images"])
	steps := []step{
		{name: "modules", from: scripts, do: func() (made, error) { return compileModules(src, in.Scripts) }},
		{name: "classics", from: scripts, do: func() (made, error) { return compileClassics(src, in.Scripts) }},
	}
	for _, name := range slices.Sorted(maps.Keys(in.Sheets)) {
		steps = append(steps, step{
			name: name + ".css", from: styles + checksum([]byte(strings.Join(in.Sheets[name].Used, "\x00"))),
			do: func() (made, error) { return compileSheet(src, name, in.Sheets[name]) },
		})
	}
	var group errgroup.Group
	for i := range steps {
		s := &steps[i]
		if last, ok := b.last[s.name]; ok && in.Sums != nil && last.from == s.from {
			s.made = last.made
			continue
		}
		group.Go(func() (err error) {
			s.made, err = s.do()
			return err
		})
	}
	if err := group.Wait(); err != nil {
		return nil, nil, err
	}
	results := []made{pictures}
	b.last = map[string]step{}
	for _, s := range steps {
		results = append(results, s.made)
		s.do = nil // which holds everything that was read and compiled
		b.last[s.name] = s
	}
	return join(in.Base, results)
}

func join(base string, results []made) (*Bundled, problem.List, error) {
	b := &Bundled{URL: map[string]string{}, Imports: map[string][]string{}}
	base = strings.TrimSuffix(base, "/") + "/"
	var problems problem.List
	for _, r := range results {
		b.Files = append(b.Files, r.files...)
		problems = append(problems, r.problems...)
		for name, file := range r.names {
			b.URL[name] = base + file
			for _, imported := range r.atOnce(file) {
				b.Imports[name] = append(b.Imports[name], base+imported)
			}
		}
	}
	slices.SortFunc(b.Files, func(x, y File) int { return strings.Compare(x.Path, y.Path) })
	for i := 1; i < len(b.Files); i++ {
		if b.Files[i].Path == b.Files[i-1].Path {
			return nil, nil, fmt.Errorf("two assets are both named %s", b.Files[i].Path)
		}
	}
	return b, problems.Sort(), nil
}

// atOnce returns, sorted, what a script imports, directly and through its imports.
func (m *made) atOnce(script string) []string {
	found := map[string]bool{}
	var follow func(string)
	follow = func(script string) {
		for _, imported := range m.imports[script] {
			if !found[imported] {
				found[imported] = true
				follow(imported)
			}
		}
	}
	follow(script)
	return slices.Sorted(maps.Keys(found))
}

// readPictures gives every file below images/ its fingerprinted place.
func readPictures(fsys fs.FS) (made, error) {
	m := made{names: map[string]string{}}
	err := eachFile(fsys, "images", func(name string) error {
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return err
		}
		m.add(name, data)
		return nil
	})
	return m, err
}

func (m *made) add(name string, data []byte) {
	file := folder + "/" + fingerprinted(name, data)
	m.files = append(m.files, File{Path: file, Data: data})
	m.names[name] = file
}

// fingerprinted puts eight digits of the data's checksum before the extension: images/map.1f2e3d4c.svg.
func fingerprinted(name string, data []byte) string {
	ext := path.Ext(name)
	return strings.TrimSuffix(name, ext) + "." + checksum(data)[:8] + ext
}
