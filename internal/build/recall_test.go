package build

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"signpost/internal/problem"
)

// rebuilt builds into a folder as a new process does, with what the builds before left there. It returns the Builder, what
// was found, and what was written, which is nothing where there is something to mend.
func rebuilt(t *testing.T, dir string, source Source, o Options) (*Builder, problem.List, Written) {
	t.Helper()
	folder, err := OpenFolder(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer folder.Close()
	b := &Builder{Source: source, Options: o}
	folder.Recall(b)
	result, found, err := b.Build(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var done Written
	if result != nil {
		if done, err = folder.Write(t.Context(), result); err != nil {
			t.Fatal(err)
		}
	}
	return b, found, done
}

// sameAsCold holds a folder and what was found against a build that knows nothing, and returns the number of its files.
func sameAsCold(t *testing.T, what, dir string, found problem.List, source Source, o Options) int {
	t.Helper()
	want := published(t, &Builder{Source: source, Options: o})
	if want["problems"] != fmt.Sprint(found) {
		t.Fatalf("%s: found %v, a cold build %s", what, found, want["problems"])
	}
	delete(want, "problems")
	if len(want) == 0 {
		return 0 // not published; the folder keeps what it had
	}
	want[marker] = markerText
	got := tree(t, dir)
	for path, text := range want {
		if got[path] != text {
			t.Fatalf("%s: %s differs from a cold build's:\n%s", what, path, cmp.Diff(text, got[path]))
		}
		delete(got, path)
	}
	for path := range got {
		t.Fatalf("%s: %s should not be there", what, path)
	}
	return len(want)
}

// TestRecalledIsCold is the law of what is kept between two processes: after any edits, and whatever happens to what
// is kept, the folder holds the site of a cold build, byte for byte, and the problems are the same.
func TestRecalledIsCold(t *testing.T) {
	edits := 60
	if testing.Short() {
		edits = 25
	}
	w := newWorld(t)
	dir := filepath.Join(t.TempDir(), "public")
	good, known := 0, 0
	for i := range edits {
		what := "the first build"
		if i > 0 {
			what, _ = w.edit()
		}
		if w.random.IntN(8) == 0 {
			what += ", " + damage(t, w.random, dir)
		}
		b, found, done := rebuilt(t, dir, w.source(), w.options())
		if files := sameAsCold(t, fmt.Sprintf("edit %d (%s)", i, what), dir, found, w.source(), w.options()); files > 0 {
			good++
			if done.Files != files-1 {
				t.Errorf("edit %d (%s): %d files were counted, %d stand there beside the marker", i, what, done.Files, files-1)
			}
		}
		if b.reader.Parsed < 3 {
			known++
		}
	}
	if good < edits/3 || known < edits/3 {
		t.Errorf("of %d builds %d were published, and %d knew most pages", edits, good, known)
	}
}

// damage does to what is kept what may happen to it.
func damage(t *testing.T, random *rand.Rand, dir string) string {
	t.Helper()
	kept := filepath.Join(filepath.Dir(dir), ".public.cache")
	data, err := os.ReadFile(kept)
	if err != nil {
		return "nothing is kept"
	}
	switch random.IntN(4) {
	case 0:
		_ = os.Remove(kept)
		return "the cache is gone"
	case 1:
		data[random.IntN(len(data))] ^= 1 << random.IntN(8)
		_ = os.WriteFile(kept, data, 0o644)
		return "a bit of the cache is turned"
	case 2:
		_ = os.WriteFile(kept, data[:random.IntN(len(data))], 0o644)
		return "the cache is cut off"
	}
	_ = os.WriteFile(filepath.Join(dir, "help", "index.html"), []byte("mine"), 0o644)
	return "somebody wrote into the site"
}

// TestRecalledRealSite makes random edits in the real content, whose pages are of every kind and name each other in every
// way there is.
func TestRecalledRealSite(t *testing.T) {
	edits := 16
	if testing.Short() {
		edits = 2
	}
	random := rand.New(rand.NewPCG(3, 9))
	content := folderOf(t, "content")
	source := Source{content, folderOf(t, "layouts"), folderOf(t, "assets")}
	o := Options{Now: time.Date(2026, 11, 25, 0, 0, 0, 0, time.UTC)}
	dir := filepath.Join(t.TempDir(), "public")
	published := 0
	for i := range edits {
		what, mend := "the first build", func() {}
		if i > 0 {
			what, mend = editReal(content, random)
		}
		_, found, _ := rebuilt(t, dir, source, o)
		if sameAsCold(t, fmt.Sprintf("edit %d (%s)", i, what), dir, found, source, o) > 0 {
			published++
		} else {
			mend()
		}
	}
	if published < edits/2 {
		t.Errorf("of %d edits only %d were published", edits, published)
	}
}

// TestRecalledWorksheet: a worksheet is never kept, and pages that show its title, or whose titles it shows, change with it.
func TestRecalledWorksheet(t *testing.T) {
	content := folderOf(t, "content")
	source := Source{content, folderOf(t, "layouts"), folderOf(t, "assets")}
	o := Options{Now: time.Date(2026, 11, 25, 0, 0, 0, 0, time.UTC)}
	dir := filepath.Join(t.TempDir(), "public")
	rebuilt(t, dir, source, o)
	// Only the third build finds a tree to write into that has all pages: the first edit prints every page.
	for _, name := range []string{"help/index.md", "worksheets/session-summary.md", "framework/working-style.md", "skills/leadership.md"} {
		content[name] = &fstest.MapFile{Data: retitled(content[name].Data)}
		_, found, _ := rebuilt(t, dir, source, o)
		if sameAsCold(t, "title of "+name, dir, found, source, o) == 0 {
			t.Errorf("%s: not published: %v", name, found)
		}
	}
}

// editReal changes one file of the real content, says how, and how to take it back.
func editReal(content fstest.MapFS, random *rand.Rand) (what string, mend func()) {
	var names []string
	for name := range content {
		if strings.HasSuffix(name, ".md") && name != "README.md" {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	name := names[random.IntN(len(names))]
	edit := []struct{ what, old, new string }{
		{"title", "", ""}, {"summary", "\nsummary: ", "\nsummary: New "},
		{"reason", "why: ", "why: New "}, {"draft", "\nsummary:", "\ndraft: true\nsummary:"},
		{"day", "reviewed: 2026-", "reviewed: 2024-"}, {"tag", "\nsummary:", "\ntags: [newly]\nsummary:"},
		{"facet", "out_of_hours: high", "out_of_hours: low"}, {"group", "group: surgery", "group: medicine"},
		{"order", "\nsummary:", "\norder: 3\nsummary:"}, {"body", "\n\n", "\n\n"}, {"body", "\n\n", "\n\n"}, {"heading", "\n## ", "\n## New "},
	}[random.IntN(12)]
	data := content[name].Data
	switch edit.what {
	case "body":
		content[name] = &fstest.MapFile{Data: append(bytes.Clone(data), "\nOne more line.\n"...)}
	case "title":
		content[name] = &fstest.MapFile{Data: retitled(data)}
	default:
		content[name] = &fstest.MapFile{Data: bytes.Replace(data, []byte(edit.old), []byte(edit.new), 1)}
	}
	return edit.what + " of " + name, func() { content[name] = &fstest.MapFile{Data: data} }
}

// retitled is a page with another title, which may stand in quotation marks.
func retitled(page []byte) []byte {
	return titleStart.ReplaceAll(page, []byte("${1}New "))
}

var titleStart = regexp.MustCompile(`(?m)^(title: "?)`)

// TestUnchangedIsLeftAlone: a build of what stands already writes nothing, and reads no page when the system's word for
// when files were changed can be trusted.
func TestUnchangedIsLeftAlone(t *testing.T) {
	builder, _ := corpusBuilder(t, 50)
	dir := filepath.Join(t.TempDir(), "public")
	rebuilt(t, dir, builder.Source, builder.Options)
	before, err := os.Stat(filepath.Join(dir, "index.html"))
	if err != nil {
		t.Fatal(err)
	}
	again := func() Written {
		b, _, done := rebuilt(t, dir, builder.Source, builder.Options)
		if b.reader.Parsed > 0 {
			t.Errorf("%d pages were parsed again", b.reader.Parsed)
		}
		return done
	}
	if done := again(); done.New != 0 {
		t.Errorf("%d files were written", done.New)
	}
	after, err := os.Stat(filepath.Join(dir, "index.html"))
	if err != nil || !os.SameFile(before, after) {
		t.Errorf("the folder was replaced (%v)", err)
	}
	if err := os.Remove(filepath.Join(dir, "index.html")); err != nil {
		t.Fatal(err)
	}
	again()
	if _, err := os.Stat(filepath.Join(dir, "index.html")); err != nil {
		t.Errorf("what somebody deleted is not there again: %v", err)
	}
}
