package build

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"signpost"
	"signpost/internal/problem"
)

// world is a small site that random edits change.
type world struct {
	content, layouts, assets fstest.MapFS
	now                      time.Time
	random                   *rand.Rand
	made                     int
}

// folderOf returns a folder of the site that comes with the program, to be changed.
func folderOf(t *testing.T, name string) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	under, err := fs.Sub(signpost.Embedded, name)
	if err != nil {
		t.Fatal(err)
	}
	err = fs.WalkDir(under, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(under, path)
		files[path] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func newWorld(t *testing.T) *world {
	t.Helper()
	w := &world{content: fstest.MapFS{}, layouts: folderOf(t, "layouts"), assets: folderOf(t, "assets"), now: time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC), random: rand.New(rand.NewPCG(7, 11))}
	w.content["site.yaml"] = folderOf(t, "content")["site.yaml"]
	site := string(w.content["site.yaml"].Data)
	start, end := strings.Index(site, "navigation:"), strings.Index(site, "# The UK government access keys")
	w.put("site.yaml", site[:start]+"navigation:\n  - {title: Help, page: help}\n\n"+site[end:])
	w.put("index.md", "---\ntitle: Home\nsummary: S.\n---\n\n[Help](/help/)\n")
	w.put("help/index.md", "---\ntitle: Help\nsummary: S.\n---\n\nWords.\n")
	for range 8 {
		w.add()
	}
	return w
}

func (w *world) put(name, text string) { w.content[name] = &fstest.MapFile{Data: []byte(text)} }

func (w *world) add() string {
	w.made++
	name := fmt.Sprintf("help/page-%d.md", w.made)
	w.put(name, fmt.Sprintf("---\ntitle: Title %d\nsummary: S.\nreviewed: 2026-11-01\ntags: [one]\nrelated: []\n---\n\n## Part\n\nWords. [Help](/help/)\n", w.made))
	return name
}

func (w *world) page() string {
	names := slices.Sorted(maps.Keys(w.content))
	names = slices.DeleteFunc(names, func(n string) bool { return !strings.HasPrefix(n, "help/page") })
	if len(names) == 0 {
		return w.add()
	}
	return names[w.random.IntN(len(names))]
}

func (w *world) replace(files fstest.MapFS, name, old, new string) {
	files[name] = &fstest.MapFile{Data: bytes.Replace(files[name].Data, []byte(old), []byte(new), 1)}
}

// edit changes something and says which files, as a watcher does.
func (w *world) edit() (what string, changed []string) {
	if names := w.broken(); len(names) > 0 && w.random.IntN(3) > 0 {
		return w.mend(names)
	}
	name, other := w.page(), w.page()
	address := "/" + strings.TrimSuffix(other, ".md") + "/"
	n := fmt.Sprint(w.random.IntN(1000))
	in := func(what string, names ...string) (string, []string) {
		for i := range names {
			names[i] = "content/" + names[i]
		}
		return what + " " + name, names
	}
	switch w.random.IntN(19) {
	case 0:
		return in("add", w.add())
	case 1:
		delete(w.content, name)
		return in("delete", name)
	case 2:
		to := fmt.Sprintf("help/page-%s-%d.md", n, w.made)
		w.content[to] = w.content[name]
		delete(w.content, name)
		return in("rename", name, to)
	case 3:
		w.replace(w.content, name, "title: T", "title: "+string(rune('A'+w.random.IntN(26)))+" T")
		return in("title", name)
	case 4:
		w.replace(w.content, name, "tags: [one]", "tags: [t"+n+", one]")
		return in("tag", name)
	case 5:
		w.replace(w.content, name, "related: []\n", "related:\n  - {page: "+strings.TrimSuffix(other, ".md")+", why: W"+n+"}\n")
		return in("related", name)
	case 6:
		w.replace(w.content, name, "## Part", "## Part "+n)
		return in("heading", name)
	case 7:
		w.replace(w.content, name, "Words.", "Words. [There]("+address+"#part)")
		return in("link to a place", name)
	case 8:
		w.replace(w.content, name, "reviewed:", []string{"publish: 2026-11-28\nreviewed:", "expires: 2026-11-29\nreviewed:", "draft: true\nreviewed:"}[w.random.IntN(3)])
		return in("day", name)
	case 9:
		w.now = w.now.AddDate(0, 0, 1+w.random.IntN(4))
		return "another day", []string{}
	case 10:
		w.replace(w.content, "site.yaml", "service: ", "service: S")
		return in("config", "site.yaml")
	case 11:
		w.replace(w.layouts, "page.html", "<article", "<!--"+n+"--><article data-n=\""+n+"\"")
		return "layout", []string{"layouts/page.html"}
	case 12:
		w.replace(w.assets, "styles/site.css", "\n", "\nmain { --n: "+n+" }\n")
		return "style", []string{"assets/styles/site.css"}
	case 13:
		w.replace(w.content, name, "Words.", "[Broken](/nowhere-"+n+"/)")
		return in("mistake", name)
	case 14:
		w.replace(w.content, name, "title:", "titel:")
		return in("unknown key", name)
	case 15:
		return "nothing", []string{}
	case 16:
		w.replace(w.assets, "scripts/start.ts", "document.", "document.title+=\""+n+"\";document.")
		return "script", []string{"assets/scripts/start.ts"}
	}
	w.replace(w.content, name, "Words", "Words "+n)
	return in("body", name)
}

// broken names the pages that keep the site from being published.
func (w *world) broken() []string {
	_, found, _ := (&Builder{Source: w.source(), Options: w.options()}).Build(context.Background())
	var names []string
	for _, p := range found {
		if name, page := strings.CutPrefix(p.File, "content/"); p.Level == problem.Error && page && name != "site.yaml" {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// mend gives broken pages the words of a new one.
func (w *world) mend(names []string) (what string, changed []string) {
	for _, name := range names {
		fresh := w.add()
		w.content[name] = w.content[fresh]
		delete(w.content, fresh)
		changed = append(changed, "content/"+name)
	}
	return "mend", changed
}

func (w *world) source() Source { return Source{w.content, w.layouts, w.assets} }
func (w *world) options() Options {
	return Options{Now: w.now, BaseURL: "https://example.org/base"}
}

// published is every file of a build, or what is to be mended.
func published(t *testing.T, b *Builder) map[string]string {
	t.Helper()
	result, found, err := b.Build(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{"problems": fmt.Sprint(found)}
	if result == nil {
		return files
	}
	var mu sync.Mutex
	err = result.Render(context.Background(), func(path string, data []byte) error {
		mu.Lock()
		defer mu.Unlock()
		files[path] = string(data)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// TestWarmIsCold is the law of every Builder that is used again: after any edits its site is the one that a new Builder
// makes, byte for byte, and so are the problems.
func TestWarmIsCold(t *testing.T) {
	edits := 90
	if testing.Short() {
		edits = 20
	}
	w := newWorld(t)
	warm := &Builder{}
	good, short := 0, 0
	for i := range edits {
		what, changed := "the first build", []string(nil)
		if i > 0 {
			what, changed = w.edit()
			if w.random.IntN(4) == 0 {
				changed = nil // nobody knows what changed
			}
		}
		warm.Source, warm.Options, warm.Changed = w.source(), w.options(), changed
		got := published(t, warm)
		if len(got) > 1 {
			good++
		}
		if r := warm.last.result; r != nil && r.Printed != nil {
			short++
		}
		want := published(t, &Builder{Source: w.source(), Options: w.options()})
		for _, path := range slices.Sorted(maps.Keys(want)) {
			if got[path] != want[path] {
				t.Fatalf("edit %d (%s): warm, %s is %q, cold %q", i, what, path, got[path], want[path])
			}
		}
		if len(got) != len(want) {
			t.Fatalf("edit %d (%s): warm %d files, cold %d", i, what, len(got), len(want))
		}
	} // Without these the law would be easy to keep.
	if good < edits/3 || short < edits/40 {
		t.Errorf("of %d builds %d were published, %d of them the short way", edits, good, short)
	}
}
