package build

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"signpost/internal/asset"
)

func TestOverlayIsAFileSystem(t *testing.T) {
	file := func(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }
	o := overlay{
		over:  fstest.MapFS{"base.html": file("own"), "parts/own.html": file("own"), "own/a.html": file("own")},
		under: fstest.MapFS{"base.html": file("built in"), "page.html": file("built in"), "parts/site.html": file("built in"), "more/b.html": file("built in")},
	}
	if err := fstest.TestFS(o, "base.html", "page.html", "parts/own.html", "parts/site.html", "own/a.html", "more/b.html"); err != nil {
		t.Error(err)
	}
	for name, want := range map[string]string{"base.html": "own", "page.html": "built in", "parts/own.html": "own", "parts/site.html": "built in"} {
		if got, err := fs.ReadFile(o, name); err != nil || string(got) != want {
			t.Errorf("%s is %q, %v; want %q", name, got, err, want)
		}
	}
}

// TestBuiltInFilesAreKnownByName holds what tells a source folder's own files from those that came with the program: only
// their bytes can change.
func TestBuiltInFilesAreKnownByName(t *testing.T) {
	sum := func(file, own, embedded string) string {
		dir := t.TempDir()
		if file != "" {
			put(t, filepath.Join(dir, "layouts", file), own)
		}
		source, _, err := Open(dir, fstest.MapFS{"layouts/base.html": {Data: []byte(embedded)}, "layouts/page.html": {Data: []byte(embedded)}})
		if err != nil {
			t.Fatal(err)
		}
		hash, err := asset.HashAll(source.Layouts)
		if err != nil {
			t.Fatal(err)
		}
		return hash
	}
	for _, file := range []string{"", "other.html", "base.html"} {
		if sum(file, "own", "a") != sum(file, "own", "b") {
			t.Errorf("beside %q, files that came with the program are read for their checksum", file)
		}
	}
	for _, file := range []string{"other.html", "base.html"} {
		if one, two, none := sum(file, "one", "a"), sum(file, "two", "a"), sum("", "", "a"); one == two || one == none || two == none {
			t.Errorf("the own file %s makes no difference", file)
		}
	}
}

func TestOpen(t *testing.T) {
	embedded := fstest.MapFS{
		"content/index.md":  {Data: []byte("built in")},
		"layouts/base.html": {Data: []byte("built in")}, "layouts/page.html": {Data: []byte("built in")},
		"assets/a.css": {Data: []byte("built in")},
	}
	folder := func(names ...string) string {
		dir := t.TempDir()
		for _, name := range names {
			put(t, filepath.Join(dir, name), "own")
		}
		return dir
	}
	for _, c := range []struct {
		name    string
		dir     string
		bundled bool
		has     map[string]string // content, base layout, page layout, asset
	}{
		{"an empty folder", folder(), true, map[string]string{"content/index.md": "built in", "layouts/base.html": "built in", "assets/a.css": "built in"}},
		{"content alone", folder("content/index.md"), false, map[string]string{"content/index.md": "own", "layouts/base.html": "built in", "assets/a.css": "built in"}},
		{"one layout", folder("layouts/base.html"), true, map[string]string{"content/index.md": "built in", "layouts/base.html": "own", "layouts/page.html": "built in"}},
		{"one asset", folder("content/index.md", "assets/b.css"), false, map[string]string{"content/index.md": "own", "assets/a.css": "built in", "assets/b.css": "own"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			source, bundled, err := Open(c.dir, embedded)
			if err != nil {
				t.Fatal(err)
			}
			if bundled != c.bundled {
				t.Errorf("the built-in content is taken: %v, want %v", bundled, c.bundled)
			}
			folders := map[string]fs.FS{"content": source.Content, "layouts": source.Layouts, "assets": source.Assets}
			for name, want := range c.has {
				top, rest, _ := strings.Cut(name, "/")
				if got, err := fs.ReadFile(folders[top], rest); err != nil || string(got) != want {
					t.Errorf("%s is %q, %v; want %q", name, got, err, want)
				}
			}
		})
	}
	if _, _, err := Open(filepath.Join(t.TempDir(), "nowhere"), embedded); err == nil {
		t.Error("a source folder that is not there was opened")
	}
	file := filepath.Join(t.TempDir(), "file")
	put(t, file, "x")
	if _, _, err := Open(file, embedded); err == nil {
		t.Error("a file was opened as a source folder")
	}
}

// put writes a file and the folders above it.
func put(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
