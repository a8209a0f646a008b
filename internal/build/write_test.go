package build

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"signpost/internal/cache"
)

// write puts what render makes into dir, as Write does.
func write(dir string, render func(Put) error) (Written, error) {
	folder, err := OpenFolder(dir)
	if err != nil {
		return Written{}, err
	}
	defer folder.Close()
	return folder.write(func(t tray) error { return render(putInto(t)) })
}

// putInto is a Put into a tray.
func putInto(t tray) Put {
	return func(path string, data []byte) error { return t.put(path, data, cache.SumOf(data)) }
}

// version renders a small site whose every file says which version it is of.
func version(name string, files int) func(Put) error {
	return func(put Put) error {
		var group sync.WaitGroup
		errs := make([]error, files)
		for i := range files {
			group.Go(func() { errs[i] = put(fmt.Sprintf("page-%d/index.html", i), []byte(strings.Repeat(name, 1000))) })
		}
		group.Wait()
		return errors.Join(errs...)
	}
}

// tree returns every file below dir with its bytes, by path.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(name)
		rel, _ := filepath.Rel(dir, name)
		files[filepath.ToSlash(rel)] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// whole returns the files of a version as they stand on disk.
func whole(t *testing.T, name string, files int) map[string]string {
	t.Helper()
	all := map[string]string{marker: markerText}
	var mu sync.Mutex
	_ = version(name, files)(func(path string, data []byte) error {
		mu.Lock()
		defer mu.Unlock()
		all[path] = string(data)
		return nil
	})
	return all
}

// nothingBeside fails when a build left more beside the site than its lock and the tree for the next build.
func nothingBeside(t *testing.T, dir string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(dir))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		name, hidden := strings.CutPrefix(e.Name(), "."+filepath.Base(dir)+".")
		if name != filepath.Base(dir) && !(hidden && slices.Contains([]string{"cache", "lock", "spare", "trees"}, name)) {
			t.Errorf("a build left %s beside the site", e.Name())
		}
	}
}

func mustWrite(t *testing.T, dir, name string, files int) {
	t.Helper()
	done, err := write(dir, version(name, files))
	if err != nil {
		t.Fatal(err)
	}
	if done.Files != files {
		t.Errorf("%d files were counted, %d written", done.Files, files)
	}
	if diff := cmp.Diff(whole(t, name, files), tree(t, dir)); diff != "" {
		t.Errorf("the site (-want +got):\n%s", diff)
	}
}

func TestWriteReplacesTheWholeSite(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "above", "public")
	mustWrite(t, dir, "old", 5)
	mustWrite(t, dir, "new", 3)
	nothingBeside(t, dir)
}

func TestWriteTakesAnEmptyFolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	mustWrite(t, dir, "new", 2)
}

func TestWriteRefusesAForeignFolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	put(t, filepath.Join(dir, "letter.txt"), "mine")
	_, err := write(dir, version("new", 2))
	if want := dir + " holds files that signpost did not write, and a build would replace them all: choose another folder with --out, or empty this one"; err == nil || err.Error() != want {
		t.Errorf("told %v, want %s", err, want)
	}
	if diff := cmp.Diff(map[string]string{"letter.txt": "mine"}, tree(t, dir)); diff != "" {
		t.Errorf("the folder (-want +got):\n%s", diff)
	}
	nothingBeside(t, dir)
}

// TestWriteThatFails lets the n-th file fail, for every n: the old site stays as it was, and nothing is left beside it.
func TestWriteThatFails(t *testing.T) {
	const files = 6
	full := errors.New("no space left on device")
	for _, before := range []string{"", "old"} {
		dir := filepath.Join(t.TempDir(), "public")
		if before != "" {
			mustWrite(t, dir, before, files)
		}
		for n := range files {
			_, err := write(dir, func(put Put) error {
				for i := range files {
					if i == n {
						return full
					}
					if err := put(fmt.Sprintf("page-%d/index.html", i), []byte("new")); err != nil {
						return err
					}
				}
				return nil
			})
			if !errors.Is(err, full) {
				t.Errorf("file %d: told %v", n, err)
			}
			if before == "" {
				if _, err := os.Stat(dir); !errors.Is(err, fs.ErrNotExist) {
					t.Errorf("file %d: a failed first build left a site", n)
				}
			} else if diff := cmp.Diff(whole(t, before, files), tree(t, dir)); diff != "" {
				t.Errorf("file %d: the old site (-want +got):\n%s", n, diff)
			}
			nothingBeside(t, dir)
		}
	}
}

// TestWriteWhereAFileIsInTheWay: a path that is both a file and a folder is an error, not half a site.
func TestWriteWhereAFileIsInTheWay(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	mustWrite(t, dir, "old", 2)
	_, err := write(dir, func(put Put) error {
		return errors.Join(put("a", []byte("file")), put("a/index.html", []byte("below it")))
	})
	if err == nil {
		t.Error("a file below a file was written")
	}
	if diff := cmp.Diff(whole(t, "old", 2), tree(t, dir)); diff != "" {
		t.Errorf("the old site (-want +got):\n%s", diff)
	}
	nothingBeside(t, dir)
}

// TestWriteClearsWhatAKilledBuildLeft: half a new site beside the old one, or the old one stepped aside.
func TestWriteClearsWhatAKilledBuildLeft(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	mustWrite(t, dir, "old", 2)
	put(t, filepath.Join(filepath.Dir(dir), ".public.new", "half.html"), "half")
	mustWrite(t, dir, "new", 2)
	nothingBeside(t, dir)

	// Where folders cannot be exchanged, a build may die between its two renames. The next one brings the old site back
	// before it does anything that can fail.
	if err := os.Rename(dir, filepath.Join(filepath.Dir(dir), ".public.old")); err != nil {
		t.Fatal(err)
	}
	failed := errors.New("failed")
	if _, err := write(dir, func(Put) error { return failed }); !errors.Is(err, failed) {
		t.Errorf("told %v", err)
	}
	if diff := cmp.Diff(whole(t, "new", 2), tree(t, dir)); diff != "" {
		t.Errorf("the site brought back (-want +got):\n%s", diff)
	}
	nothingBeside(t, dir)
}

func TestWriteThroughALink(t *testing.T) {
	base := t.TempDir()
	real, link := filepath.Join(base, "served", "site"), filepath.Join(base, "public")
	mustWrite(t, real, "old", 2)
	if err := os.Symlink(real, link); err != nil {
		t.Skipf("this system makes no links: %v", err)
	}
	if _, err := write(link, version("new", 2)); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(whole(t, "new", 2), tree(t, real)); diff != "" {
		t.Errorf("the folder the link leads to (-want +got):\n%s", diff)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&fs.ModeSymlink == 0 {
		t.Error("the link is gone")
	}
}

func TestTwoBuildsAtOnceDoNotMix(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	names := []string{"one", "two", "three", "four"}
	var group sync.WaitGroup
	for _, name := range names {
		for range 5 {
			group.Go(func() {
				if _, err := write(dir, version(name, 20)); err != nil {
					t.Error(err)
				}
			})
		}
	}
	group.Wait()
	got := tree(t, dir)
	for _, name := range names {
		if cmp.Equal(whole(t, name, 20), got) {
			nothingBeside(t, dir)
			return
		}
	}
	t.Error("the site is of more than one build")
}
