// Package corpus writes the same large site twice, once for signpost and once for Hugo, so that the two can be timed on
// the same work. It is for measuring only and not part of the program.
package corpus

import (
	"embed"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
)

// Seed makes the corpus that BENCHMARKS.md quotes. Another seed gives other words in the same amounts.
const Seed = 20261122

const (
	sections     = 40
	tags         = 40
	wordsPerPage = 600
)

// For names the program that a corpus is written for.
type For string

// The programs a corpus can be written for.
const (
	Signpost For = "signpost"
	Hugo     For = "hugo"
)

// Own templates: the same document, once in each program's words.
//
//go:embed all:ours all:hugo
var own embed.FS

// Page is one page of the corpus.
type Page struct {
	Path    string // section-07/page-00123
	Title   string
	Tags    []string
	Body    string
	Summary string
}

// SectionOf returns the path of the section that page i stands in.
func SectionOf(i int) string { return fmt.Sprintf("section-%02d", i%sections+1) }

// PathOf returns the path of page i.
func PathOf(i int) string { return fmt.Sprintf("%s/page-%06d", SectionOf(i), i+1) }

// PageAt makes page i of a corpus of n pages; it depends on nothing but its arguments.
func PageAt(seed uint64, i, n int) Page {
	w := writer{rand: rand.New(rand.NewPCG(seed, uint64(i)))}
	p := Page{Path: PathOf(i), Title: w.title() + " " + fmt.Sprint(i+1), Summary: w.sentence()}
	for k, at := 0, w.rand.IntN(tags); k < 3; k++ {
		p.Tags = append(p.Tags, TagAt((at+k*13)%tags))
	}
	p.Body = w.body(i, n)
	return p
}

// TagAt returns the name of tag i, which is also the last part of its page's path.
func TagAt(i int) string { return fmt.Sprintf("tag-%02d", i+1) }

// Source returns the bytes of the page's file.
func (p Page) Source() []byte {
	return fmt.Appendf(nil, "---\ntitle: %s\nsummary: %s\nreviewed: 2026-11-01\ntags: [%s]\n---\n\n%s", p.Title, p.Summary, strings.Join(p.Tags, ", "), p.Body)
}

// Write writes the source folder of a corpus of n pages for a program.
func Write(dir string, program For, seed uint64, n int) error {
	files := folder(dir)
	index := map[For]string{Signpost: "index.md", Hugo: "_index.md"}[program]
	list := func(path, title string) error {
		return files.write("content/"+path+index, fmt.Appendf(nil, "---\ntitle: %s\nsummary: What stands here.\n---\n\nThese are the pages.\n", title))
	}
	if err := files.copy(map[For]string{Signpost: "ours", Hugo: "hugo"}[program]); err != nil {
		return err
	}
	if err := list("", "Corpus"); err != nil {
		return err
	}
	for i := range sections {
		if err := list(SectionOf(i)+"/", fmt.Sprintf("Section %02d", i+1)); err != nil {
			return err
		}
	}
	if err := list("tags/", "Tags"); err != nil {
		return err
	}
	// Signpost writes a search index only for a site with this page.
	if err := files.write("content/search/"+index, []byte("---\ntitle: Search\nsummary: What stands here.\nlisting: search\n---\n\nThese are the pages.\n")); err != nil {
		return err
	}
	for i := range tags {
		if err := list("tags/"+TagAt(i)+"/", TagAt(i)); err != nil {
			return err
		}
	}
	for i := range n {
		p := PageAt(seed, i, n)
		if err := files.write("content/"+p.Path+".md", p.Source()); err != nil {
			return err
		}
	}
	return nil
}

// folder writes files below itself.
type folder string

func (f folder) write(name string, data []byte) error {
	path := filepath.Join(string(f), filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return fmt.Errorf("make a folder of the corpus: %w", err)
	}
	if err := os.WriteFile(path, data, 0o644); err != nil {
		return fmt.Errorf("write the corpus: %w", err)
	}
	return nil
}

func (f folder) copy(from string) error {
	return fs.WalkDir(own, from, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := own.ReadFile(name)
		if err != nil {
			return fmt.Errorf("read the corpus's templates: %w", err)
		}
		return f.write(strings.TrimPrefix(name, from+"/"), data)
	})
}
