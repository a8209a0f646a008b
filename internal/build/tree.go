package build

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"

	"golang.org/x/sync/errgroup"

	"signpost/internal/cache"
)

// A site is written into the tree that the build before last left behind, because making ten thousand folders costs
// more than printing what goes into them: only files that differ are written. What a tree holds is known from a ledger
// of checksums, sizes and times; a file or folder that somebody touched since is written again or cleared. Without a
// ledger, or with one that cannot be read, there is no such tree and everything is written.

// standing is what a ledger says of a file. Folders have a time only.
type standing struct {
	sum  cache.Sum // of the bytes
	size int64
	time int64 // of the last change, in nanoseconds
}

// ledger says what a tree holds, by path with forward slashes. The paths of folders end in a slash.
type ledger map[string]standing

// outTree is a folder that is being filled with a site.
type outTree struct {
	dir   string
	look  looker // at dir, while it is filled
	had   ledger
	mu    sync.Mutex
	holds ledger
	wrote atomic.Int64 // files whose bytes were not there yet
}

func newTree(dir string, had ledger) *outTree {
	return &outTree{dir: dir, had: had, holds: make(ledger, len(had))}
}

func (t *outTree) place(path string) string { return filepath.Join(t.dir, filepath.FromSlash(path)) }

// has says whether the tree holds a file already, and then notes it.
func (t *outTree) has(path string, file written) bool {
	has, there := t.had[path]
	if !there || has.sum != file.sum || !t.look.untouched(path, has) {
		return false
	}
	t.note(path, has)
	return true
}

// put writes a file, unless the tree has it already.
func (t *outTree) put(path string, data []byte, sum cache.Sum) error {
	if t.has(path, written{sum, len(data)}) {
		return nil
	}
	t.wrote.Add(1)
	name := t.place(path)
	if len(t.had) == 0 { // nearly every page is the first file of its folder
		_ = os.Mkdir(filepath.Dir(name), 0o755)
	}
	err := os.WriteFile(name, data, 0o644)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.clearWay(path)
	}
	if err != nil {
		if err = t.makeFolder(filepath.Dir(name)); err == nil || errors.Is(err, fs.ErrExist) {
			err = os.WriteFile(name, data, 0o644)
		}
	}
	if err != nil {
		return fmt.Errorf("write the site: %w", err)
	}
	k, _, err := t.look.at(path)
	if err != nil {
		return fmt.Errorf("write the site: %w", err)
	}
	k.sum = sum
	t.note(path, k)
	return nil
}

// clearWay takes away what the site before had at a path: a folder where a file goes, or a file where its folder goes.
func (t *outTree) clearWay(path string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if _, folder := t.had[path+"/"]; folder {
		_ = os.RemoveAll(t.place(path))
	}
	for i, c := range path {
		if _, file := t.had[path[:i]]; c == '/' && file && t.holds[path[:i]] == (standing{}) {
			_ = os.Remove(t.place(path[:i]))
		}
	}
}

// makeFolder makes a folder. Most stand in one that is there already, and MkdirAll would look at every one above.
func (t *outTree) makeFolder(name string) error {
	if os.Mkdir(name, 0o755) == nil {
		return nil
	}
	return os.MkdirAll(name, 0o755)
}

func (t *outTree) note(path string, k standing) {
	t.mu.Lock()
	t.holds[path] = k
	t.mu.Unlock()
}

// untouched says whether nobody has changed a file since it was noted.
func (l looker) untouched(path string, k standing) bool {
	now, file, err := l.at(path)
	return err == nil && file && now.size == k.size && now.time == k.time
}

// finish clears what does not belong to the site and notes the folders.
func (t *outTree) finish() error {
	folders, list := make(map[string]bool, len(t.holds)), make([]string, 1, len(t.holds))
	folders[""] = true
	for path := range t.holds {
		for i := strings.LastIndexByte(path, '/'); i >= 0 && !folders[path[:i+1]]; i = strings.LastIndexByte(path[:i], '/') {
			folders[path[:i+1]] = true
			list = append(list, path[:i+1])
		}
	}
	for path := range t.had {
		if _, wanted := t.holds[path]; wanted || folders[path] {
			continue
		}
		name := strings.TrimSuffix(path, "/")
		if _, file := t.holds[name]; file || folders[name+"/"] {
			continue // what was a folder is a file now, or the other way round
		}
		// Where a folder has become a file, there is nothing left to clear.
		if err := os.RemoveAll(t.place(path)); err != nil && !errors.Is(err, syscall.ENOTDIR) {
			return fmt.Errorf("clear what the site holds no more: %w", err)
		}
	}
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for some := range slices.Chunk(list, 4*stretch) {
		group.Go(func() error {
			for _, folder := range some {
				if err := t.sweep(folder, folders); err != nil {
					return err
				}
			}
			return nil
		})
	}
	return group.Wait()
}

// sweep looks through a folder that changed since it was noted and clears what is strange in it.
func (t *outTree) sweep(folder string, needed map[string]bool) error {
	now, _, err := t.look.at(folder)
	if err != nil {
		return fmt.Errorf("look at a folder of the site: %w", err)
	}
	has, noted := t.had[folder]
	if noted && has.time != now.time {
		entries, err := os.ReadDir(t.place(folder))
		if err != nil {
			return fmt.Errorf("look at a folder of the site: %w", err)
		}
		for _, e := range entries {
			path := folder + e.Name()
			if t.holdsFile(path) && !e.IsDir() || e.IsDir() && needed[path+"/"] {
				continue
			}
			if err := os.RemoveAll(t.place(path)); err != nil {
				return fmt.Errorf("clear what the site does not hold: %w", err)
			}
		}
		if now, _, err = t.look.at(folder); err != nil {
			return fmt.Errorf("look at a folder of the site: %w", err)
		}
	}
	t.note(folder, standing{time: now.time})
	return nil
}

func (t *outTree) holdsFile(path string) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	_, file := t.holds[path]
	return file
}

// ledgers are those of the site that is published and of the tree kept for the next build.
type ledgers struct{ live, spare ledger }

// forgetLedgers removes the file of the ledgers: it is written again when both trees are as it says.
func forgetLedgers(name string) error {
	if err := os.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("forget what the last build left: %w", err)
	}
	return nil
}

// readLedgers reads the ledgers, which are empty where they cannot be understood.
func readLedgers(name string) (ledgers, error) {
	data, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return ledgers{}, nil
	}
	if err != nil {
		return ledgers{}, fmt.Errorf("read what the last build left: %w", err)
	}
	r, ok := cache.Open(ledgerVersion, data)
	if !ok {
		return ledgers{}, nil
	}
	l := ledgers{readLedger(r), readLedger(r)}
	if r.Bad || r.Rest != "" {
		return ledgers{}, nil
	}
	return l, nil
}

// ledgerVersion changes with the way in which ledgers are written.
var ledgerVersion = cache.SumOf([]byte("signpost ledgers 2"))

func readLedger(r *cache.Reader) ledger {
	n := r.Count()
	l := make(ledger, n)
	for range n {
		path := r.Text()
		l[path] = standing{r.Sum(), r.Int(), r.Int()}
	}
	return l
}

func (l ledger) write(w *cache.Writer) {
	w.Int(int64(len(l)))
	for path, k := range l {
		w.Text(path)
		w.Sum(k.sum)
		w.Int(k.size)
		w.Int(k.time)
	}
}

func (l ledgers) write(name string) error {
	err := seal(name, ledgerVersion, func(w *cache.Writer) {
		l.live.write(w)
		l.spare.write(w)
	})
	if err != nil {
		return fmt.Errorf("note what this build leaves: %w", err)
	}
	return nil
}
