package build

import (
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestWriteIntoTheSpareTree writes random sites one after the other while somebody spoils what lies in and beside the
// folder: each time the folder holds the site and nothing else.
func TestWriteIntoTheSpareTree(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	base := t.TempDir()
	dir := filepath.Join(base, "public")
	for turn := range 120 {
		want := map[string]string{marker: markerText}
		for i := range 12 {
			if path := fmt.Sprintf("a%d/b%d/index.html", i%3, i); random.IntN(3) > 0 {
				want[path] = fmt.Sprint("page ", random.IntN(2))
			}
		}
		if random.IntN(4) == 0 {
			want["a0"+[]string{"", ".txt"}[random.IntN(2)]] = "a file"
			for path := range want {
				if _, file := want["a0"]; file && len(path) > 3 && path[:3] == "a0/" {
					delete(want, path)
				}
			}
		}
		_, err := write(dir, func(put Put) error {
			var failed error
			for path, text := range want {
				if path != marker {
					failed = errors.Join(failed, put(path, []byte(text)))
				}
			}
			return failed
		})
		if err != nil {
			t.Fatalf("turn %d: %v", turn, err)
		}
		if diff := cmp.Diff(want, tree(t, dir)); diff != "" {
			t.Fatalf("turn %d (-want +got):\n%s", turn, diff)
		}
		nothingBeside(t, dir)
		spoil(t, random, base)
	}
}

// spoil does what people, editors and failing disks do.
func spoil(t *testing.T, random *rand.Rand, base string) {
	t.Helper()
	tree := filepath.Join(base, []string{"public", ".public.spare"}[random.IntN(2)])
	ledger := filepath.Join(base, ".public.trees")
	switch random.IntN(8) {
	case 0:
		_ = os.WriteFile(filepath.Join(tree, "a1", "mine.txt"), []byte("mine"), 0o644)
	case 1:
		_ = os.WriteFile(filepath.Join(tree, "a1", "b1", "index.html"), []byte("longer than before"), 0o644)
	case 2:
		_ = os.RemoveAll(filepath.Join(tree, "a2"))
	case 3:
		_ = os.RemoveAll(filepath.Join(base, ".public.spare"))
	case 4:
		_ = os.Remove(ledger)
	case 5:
		if data, err := os.ReadFile(ledger); err == nil {
			_ = os.WriteFile(ledger, data[:random.IntN(len(data))], 0o644)
		}
	}
}

// TestOnlyWhatDiffersIsWritten counts files that are written, because that is what a build on a disk costs.
func TestOnlyWhatDiffersIsWritten(t *testing.T) {
	left := newTree(filepath.Join(t.TempDir(), "tree"), nil)
	if _, err := fill(left, func(t tray) error { return version("same", 10)(putInto(t)) }); err != nil {
		t.Fatal(err)
	}
	again := newTree(left.dir, left.holds)
	_, err := fill(again, func(t tray) error {
		put := putInto(t)
		return errors.Join(version("same", 10)(put), put("page-3/index.html", []byte("new")))
	})
	if err != nil {
		t.Fatal(err)
	}
	if wrote := again.wrote.Load(); wrote != 1 {
		t.Errorf("%d files were written, want 1", wrote)
	}
}

// TestLook holds what is said of files, folders and links, and that a mistake names the whole path.
func TestLook(t *testing.T) {
	dir := t.TempDir()
	if err := errors.Join(
		os.Mkdir(filepath.Join(dir, "folder"), 0o755),
		os.WriteFile(filepath.Join(dir, "folder", "file"), []byte("four"), 0o644),
		os.Symlink("folder", filepath.Join(dir, "link")),
	); err != nil {
		t.Fatal(err)
	}
	look, err := lookInto(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer look.close()
	for path, isFile := range map[string]bool{"": false, "folder/": false, "folder/file": true, "link": false, "link/": false} {
		k, file, err := look.at(path)
		if err != nil || file != isFile {
			t.Errorf("%q: a file is %v, %v", path, file, err)
			continue
		}
		info, err := os.Lstat(filepath.Join(dir, path))
		if err != nil || k.size != info.Size() || k.time != info.ModTime().UnixNano() {
			t.Errorf("%q: %+v, but %v, %v", path, k, info, err)
		}
	}
	missing := filepath.Join(dir, "folder", "missing")
	if _, _, err := look.at("folder/missing"); !errors.Is(err, fs.ErrNotExist) || !strings.Contains(err.Error(), missing) {
		t.Errorf("got %v, want that %s is missing", err, missing)
	}
}
