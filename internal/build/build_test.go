package build

import (
	"context"
	"errors"
	"io/fs"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"signpost"
)

// today is the day on which the sites of these tests are built.
var today = time.Date(2026, time.November, 23, 0, 0, 0, 0, time.UTC)

// embedded returns the site that comes with the program.
func embedded(t *testing.T) Source {
	t.Helper()
	source, bundled, err := Open(t.TempDir(), signpost.Embedded)
	if err != nil || !bundled {
		t.Fatal(bundled, err)
	}
	return source
}

// changed returns the site with files of content/ replaced.
func changed(s Source, files map[string]string) Source {
	over := fstest.MapFS{}
	for name, text := range files {
		over[name] = &fstest.MapFile{Data: []byte(text)}
	}
	s.Content = overlay{over, s.Content}
	return s
}

// rendered builds a site and returns every file of it.
func rendered(t *testing.T, b *Builder) map[string]string {
	t.Helper()
	result, found, err := b.Build(context.Background())
	if err != nil || result == nil {
		t.Fatal(found, err)
	}
	files := map[string]string{}
	var mu sync.Mutex
	err = result.Render(context.Background(), func(path string, data []byte) error {
		mu.Lock()
		defer mu.Unlock()
		if _, twice := files[path]; twice {
			t.Errorf("%s is written twice", path)
		}
		files[path] = string(data)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestSameInputSameBytes(t *testing.T) {
	source := embedded(t)
	options := Options{Now: today}
	first := &Builder{Source: source, Options: options}
	want := rendered(t, first)
	for name, b := range map[string]*Builder{"another builder": {Source: source, Options: options}, "the same builder again": first} {
		if diff := cmp.Diff(want, rendered(t, b)); diff != "" {
			t.Errorf("%s (-first +second):\n%s", name, diff)
		}
	}
}

// TestChangedAndBack: what a Builder remembers of another state of the site is never printed.
func TestChangedAndBack(t *testing.T) {
	source := embedded(t)
	b := &Builder{Source: source, Options: Options{Now: today}}
	want := rendered(t, b)
	b.Source = changed(source, map[string]string{"help/index.md": "---\ntitle: Changed\nsummary: Changed.\n---\nWords.\n"})
	if diff := cmp.Diff(want["help/index.html"], rendered(t, b)["help/index.html"]); diff == "" {
		t.Error("the changed page is printed as it was")
	}
	b.Source = source
	if diff := cmp.Diff(want, rendered(t, b)); diff != "" {
		t.Errorf("changed back (-want +got):\n%s", diff)
	}
}

func TestAPageWithAMistakeStopsTheBuild(t *testing.T) {
	for name, text := range map[string]string{
		"one of its own":       "---\ntitel: Help\nsummary: Help.\n---\n",
		"one with other pages": "---\ntitle: Help\nsummary: Help.\n---\n[Words](/nowhere/)\n",
	} {
		b := &Builder{Source: changed(embedded(t), map[string]string{"help/index.md": text}), Options: Options{Now: today}}
		result, found, err := b.Build(context.Background())
		if result != nil || found.Errors() == 0 || err != nil {
			t.Errorf("%s: result %v, problems %v, error %v", name, result, found, err)
		}
	}
}

func TestBaseURLWithAPath(t *testing.T) {
	b := &Builder{Source: embedded(t), Options: Options{Now: today, BaseURL: "https://site.example/career/"}}
	for name, text := range rendered(t, b) {
		if !strings.HasSuffix(name, ".html") {
			continue
		}
		for _, attribute := range []string{`href="/`, `src="/`} {
			for _, after := range strings.Split(text, attribute)[1:] {
				if !strings.HasPrefix(after, "career/") {
					t.Errorf("%s: %s%.40s lies outside the path of the site", name, attribute, after)
				}
			}
		}
	}
	if _, _, err := (&Builder{Source: b.Source, Options: Options{BaseURL: "site.example"}}).Build(context.Background()); err == nil {
		t.Error("a base URL without https:// was taken")
	}
}

// broken is a folder on a disk that fails.
type broken struct{ fs.FS }

var errDisk = errors.New("the disk fails")

func (b broken) Open(name string) (fs.File, error) {
	if name == "help/index.md" {
		return nil, errDisk
	}
	return b.FS.Open(name)
}

func TestAMachineFailureIsAnError(t *testing.T) {
	source := embedded(t)
	source.Content = broken{source.Content}
	result, _, err := (&Builder{Source: source, Options: Options{Now: today}}).Build(context.Background())
	if result != nil || !errors.Is(err, errDisk) {
		t.Errorf("result %v, error %v", result, err)
	}
	ctx, stop := context.WithCancel(context.Background())
	stop()
	if _, _, err := (&Builder{Source: embedded(t)}).Build(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("a build that was stopped told %v", err)
	}
}
