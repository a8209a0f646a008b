package build

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
)

// A site is written into the tree that the build before last left behind, because making ten thousand folders costs
// more than printing what goes into them: only files that differ are written. What a tree holds is known from a ledger
// of checksums, sizes and times; a file or folder that somebody touched since is written again or cleared. Without a
// ledger, or with one that cannot be read, there is no such tree and everything is written.

// known is what a ledger says of a file. Folders have a time only.
type known struct {
	sum  string // of the bytes
	size int64
	time int64 // of the last change, in nanoseconds
}

// ledger says what a tree holds, by path with forward slashes. The paths of folders end in a slash.
type ledger map[string]known

// outTree is a folder that is being filled with a site.
type outTree struct {
	dir   string
	had   ledger
	mu    sync.Mutex
	holds ledger
	files atomic.Int64
	bytes atomic.Int64
	wrote atomic.Int64 // files whose bytes were not there yet
}

func newTree(dir string, had ledger) *outTree { return &outTree{dir: dir, had: had, holds: ledger{}} }

func (t *outTree) place(path string) string { return filepath.Join(t.dir, filepath.FromSlash(path)) }

// put writes a file, unless the tree has it already.
func (t *outTree) put(path string, data []byte) error {
	digest := sha256.Sum256(data)
	sum := hex.EncodeToString(digest[:16])
	t.files.Add(1)
	t.bytes.Add(int64(len(data)))
	if has := t.had[path]; has.sum == sum && t.untouched(path, has) {
		t.note(path, has)
		return nil
	}
	t.wrote.Add(1)
	name := t.place(path)
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
	info, err := os.Lstat(name)
	if err != nil {
		return fmt.Errorf("write the site: %w", err)
	}
	t.note(path, known{sum, info.Size(), info.ModTime().UnixNano()})
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
		if _, file := t.had[path[:i]]; c == '/' && file && t.holds[path[:i]] == (known{}) {
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

func (t *outTree) note(path string, k known) {
	t.mu.Lock()
	t.holds[path] = k
	t.mu.Unlock()
}

func (t *outTree) untouched(path string, k known) bool {
	info, err := os.Lstat(t.place(path))
	return err == nil && info.Mode().IsRegular() && info.Size() == k.size && info.ModTime().UnixNano() == k.time
}

// finish clears what does not belong to the site and notes the folders.
func (t *outTree) finish() error {
	folders := map[string]bool{"": true}
	for path := range t.holds {
		for i := strings.LastIndexByte(path, '/'); i >= 0 && !folders[path[:i+1]]; i = strings.LastIndexByte(path[:i], '/') {
			folders[path[:i+1]] = true
		}
	}
	for path := range t.had {
		name := strings.TrimSuffix(path, "/")
		if _, wanted := t.holds[name]; wanted || path == "" || folders[name+"/"] {
			continue
		}
		// Where a folder has become a file, there is nothing left to clear.
		if err := os.RemoveAll(t.place(path)); err != nil && !errors.Is(err, syscall.ENOTDIR) {
			return fmt.Errorf("clear what the site holds no more: %w", err)
		}
	}
	for _, folder := range slices.Sorted(maps.Keys(folders)) {
		if err := t.sweep(folder, folders); err != nil {
			return err
		}
	}
	return nil
}

// sweep looks through a folder that changed since it was noted and clears what is strange in it.
func (t *outTree) sweep(folder string, needed map[string]bool) error {
	info, err := os.Lstat(t.place(folder))
	if err != nil {
		return fmt.Errorf("look at a folder of the site: %w", err)
	}
	has, noted := t.had[folder]
	if noted && has.time != info.ModTime().UnixNano() {
		entries, err := os.ReadDir(t.place(folder))
		if err != nil {
			return fmt.Errorf("look at a folder of the site: %w", err)
		}
		for _, e := range entries {
			path := folder + e.Name()
			_, file := t.holds[path]
			if file && !e.IsDir() || e.IsDir() && needed[path+"/"] {
				continue
			}
			if err := os.RemoveAll(t.place(path)); err != nil {
				return fmt.Errorf("clear what the site does not hold: %w", err)
			}
		}
		if info, err = os.Lstat(t.place(folder)); err != nil {
			return fmt.Errorf("look at a folder of the site: %w", err)
		}
	}
	t.holds[folder] = known{time: info.ModTime().UnixNano()}
	return nil
}

// ledgers are those of the site that is published and of the tree kept for the next build.
type ledgers struct{ live, spare ledger }

// takeLedgers reads the ledgers and removes the file: it is written again when both trees are as it says.
func takeLedgers(name string) (ledgers, error) {
	data, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return ledgers{}, nil
	}
	if err == nil {
		err = os.Remove(name)
	}
	if err != nil {
		return ledgers{}, fmt.Errorf("read what the last build left: %w", err)
	}
	sum, body, _ := bytes.Cut(data, []byte("\n"))
	if digest := sha256.Sum256(body); string(sum) != hex.EncodeToString(digest[:]) {
		return ledgers{}, nil
	}
	l := ledgers{ledger{}, ledger{}}
	lines := bufio.NewScanner(bytes.NewReader(body))
	for lines.Scan() {
		// tree, sum, size, time, path
		part := strings.SplitN(lines.Text(), " ", 5)
		if len(part) != 5 {
			return ledgers{}, nil
		}
		k := known{sum: part[1]}
		k.size, _ = strconv.ParseInt(part[2], 10, 64)
		k.time, _ = strconv.ParseInt(part[3], 10, 64)
		map[string]ledger{"live": l.live, "spare": l.spare}[part[0]][part[4]] = k
	}
	return l, nil
}

func (l ledgers) write(name string) error {
	var body []byte
	for _, tree := range []struct {
		name  string
		holds ledger
	}{{"live", l.live}, {"spare", l.spare}} {
		for path, k := range tree.holds {
			body = fmt.Appendf(body, "%s %s %d %d %s\n", tree.name, k.sum, k.size, k.time, path)
		}
	}
	digest := sha256.Sum256(body)
	data := append([]byte(hex.EncodeToString(digest[:])+"\n"), body...)
	if err := os.WriteFile(name, data, 0o644); err != nil {
		return fmt.Errorf("note what this build leaves: %w", err)
	}
	return nil
}
