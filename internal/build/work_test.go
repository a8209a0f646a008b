package build

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"signpost"
	"signpost/internal/corpus"
)

// edit changes the first page of a corpus and returns its name.
func edit(tb testing.TB, dir, what string, i int) string {
	tb.Helper()
	p := corpus.PageAt(corpus.Seed, 0, 100)
	if what == "title" {
		p.Title += fmt.Sprint(" edited ", i)
	}
	p.Body += fmt.Sprintf("\nEdit %d.\n", i)
	name := "content/" + p.Path + ".md"
	if err := os.WriteFile(filepath.Join(dir, name), p.Source(), 0o644); err != nil {
		tb.Fatal(err)
	}
	return name
}

// TestWorkDone counts work instead of seconds, so that it says the same on every machine: what one more page costs, what
// every site costs, and what is done again after an edit.
func TestWorkDone(t *testing.T) {
	small, large := allocations(t, 100), allocations(t, 300)
	perPage := (large - small) / 200
	if perPage > mostAllocations {
		t.Errorf("a page costs %.0f allocations, at most %d", perPage, mostAllocations)
	}
	if once := small - 100*perPage; once > mostAtOnce {
		t.Errorf("what every site costs takes %.0f allocations, at most %d", once, mostAtOnce)
	}
	builder, dir := corpusBuilder(t, 200)
	out := filepath.Join(t.TempDir(), "public")
	for i, c := range []struct {
		what           string
		parsed, differ int // files; pages that can differ, 0 for any
		written        int
	}{
		{"", 283, 0, 300},
		{"text", 1, 1, 300},
		// From here on builds go into the tree of the one before last: two pages, the search index, and the list, the
		// words and the worker of offline reading. Only a new title is shown by other pages.
		{"text", 1, 1, 6},
		{"title", 1, 0, 12},
	} {
		if c.what != "" {
			builder.Changed = []string{edit(t, dir, c.what, i)}
		}
		r, found, err := builder.Build(context.Background())
		if err != nil || r == nil {
			t.Fatal(found, err)
		}
		done, err := Write(context.Background(), r, out)
		if err != nil {
			t.Fatal(err)
		}
		if builder.reader.Parsed != c.parsed || len(r.Printed) != c.differ || done.New > c.written {
			t.Errorf("build %d (%s): %d files were parsed, %d pages can differ, %d files were written; want %d, %d and at most %d",
				i, c.what, builder.reader.Parsed, len(r.Printed), done.New, c.parsed, c.differ, c.written)
		}
	}
}

// TestWorkDoneByANewProcess counts what a build that recalls the one before does again after an edit.
func TestWorkDoneByANewProcess(t *testing.T) {
	builder, dir := corpusBuilder(t, 200)
	out := filepath.Join(t.TempDir(), "public")
	build := func() (*Builder, Written) {
		b, _, done := rebuilt(t, out, builder.Source, builder.Options)
		return b, done
	}
	build()
	edit(t, dir, "text", 0)
	build() // makes the second tree
	for i, c := range []struct {
		what            string
		parsed, written int
	}{
		{"", 0, 0},
		// The page of this edit and that of the one before, whose tree this is, the index, and what offline reading keeps.
		{"text", 1, 6},
		// A title is shown by the page itself, its section and its tags.
		{"title", 1, 12},
	} {
		if c.what != "" {
			edit(t, dir, c.what, i)
		}
		b, done := build()
		if b.reader.Parsed != c.parsed || done.New > c.written {
			t.Errorf("build %d (%s): %d files were parsed, %d written; want %d and at most %d", i, c.what, b.reader.Parsed, done.New, c.parsed, c.written)
		}
	}
}

const (
	// mostAllocations is what a page of the corpus may cost, from its file to its document.
	mostAllocations = 480
	// mostAtOnce is what a site of the corpus costs however few pages it has: its layouts, style sheets, scripts and lists.
	mostAtOnce = 260_000
)

func corpusBuilder(t *testing.T, pages int) (b *Builder, dir string) {
	t.Helper()
	dir = t.TempDir()
	if err := corpus.Write(dir, corpus.Signpost, corpus.Seed, pages); err != nil {
		t.Fatal(err)
	}
	source, _, err := Open(dir, signpost.Embedded)
	if err != nil {
		t.Fatal(err)
	}
	return &Builder{Source: source, Options: Options{Now: time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)}}, dir
}

// allocations counts what a whole build of a corpus allocates.
func allocations(t *testing.T, pages int) float64 {
	t.Helper()
	b, _ := corpusBuilder(t, pages)
	return testing.AllocsPerRun(1, func() {
		r, found, err := (&Builder{Source: b.Source, Options: b.Options}).Build(context.Background())
		if err == nil && r != nil {
			err = r.Render(context.Background(), func(string, []byte) error { return nil })
		}
		if err != nil || r == nil {
			t.Fatal(found, err)
		}
	})
}
