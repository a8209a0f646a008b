package build

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/rogpeppe/go-internal/lockedfile"
	"golang.org/x/sync/errgroup"

	"signpost/internal/cache"
	"signpost/internal/content"
)

// Folder is an output folder that one build has for itself, with what the builds before left beside it.
type Folder struct {
	dir     string
	unlock  func()
	version cache.Sum // of the program
	recalls bool      // what is kept beside the folder
	ledgers func() (ledgers, error)
}

// OpenFolder waits until no other build is at work in dir and keeps others out until Close.
func OpenFolder(dir string) (*Folder, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil, fmt.Errorf("find the output folder: %w", err)
	}
	// A link stays a link: the folder it leads to is what is replaced, and what a second build must wait for.
	if real, err := filepath.EvalSymlinks(dir); err == nil {
		dir = real
	}
	if err := os.MkdirAll(filepath.Dir(dir), 0o755); err != nil {
		return nil, fmt.Errorf("make the folder above the output: %w", err)
	}
	f := &Folder{dir: dir}
	f.ledgers = func() (ledgers, error) { return readLedgers(f.beside("trees")) }
	f.unlock, err = lockedfile.MutexAt(f.beside("lock")).Lock()
	if err != nil {
		return nil, fmt.Errorf("keep other builds out of %s: %w", dir, err)
	}
	return f, nil
}

// Close lets other builds in.
func (f *Folder) Close() { f.unlock() }

func (f *Folder) beside(what string) string {
	return filepath.Join(filepath.Dir(f.dir), "."+filepath.Base(f.dir)+"."+what)
}

// Recall tells a Builder that has built nothing yet what the last build into the folder found out, and has Write keep the
// same for the next. What cannot be read, is of another program or does not fit is found out anew.
func (f *Folder) Recall(b *Builder) {
	var err error
	if f.version, err = programVersion(); err != nil {
		return
	}
	b.keeps, f.recalls = true, true
	f.ledgers = sync.OnceValues(func() (ledgers, error) { return readLedgers(f.beside("trees")) })
	recall := sync.OnceValue(func() recalled {
		sealed, err := os.ReadFile(f.beside("cache"))
		if err != nil {
			return recalled{}
		}
		return readRecalled(f.version, sealed)
	})
	b.recall = recall
	b.reader.Kept = func() *content.Kept { return recall().pages }
	// Both are wanted only after the folder of pages was walked.
	go func() {
		recall()
		_, _ = f.ledgers()
	}()
}

// headBytes is how much of the program's file tells one build of it from another: its build ID stands near the start,
// which is a checksum of everything it was made of.
const headBytes = 64 << 10

func programVersion() (cache.Sum, error) {
	name, err := os.Executable()
	if err != nil {
		return cache.Sum{}, err
	}
	program, err := os.Open(name)
	if err != nil {
		return cache.Sum{}, err
	}
	defer program.Close()
	info, err := program.Stat()
	if err != nil {
		return cache.Sum{}, err
	}
	head := make([]byte, headBytes)
	n, err := io.ReadFull(program, head)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) {
		return cache.Sum{}, err
	}
	return cache.SumOf(fmt.Append(head[:n], info.Size())), nil
}

// Write puts a finished site into the folder, as the function Write does. A folder that holds the very site already is
// left alone.
func (f *Folder) Write(ctx context.Context, r *Result) (Written, error) {
	done, same, err := f.unchanged(ctx, r)
	if err != nil {
		return done, err
	}
	var remembering sync.WaitGroup
	remember := func() {
		if f.recalls {
			remembering.Go(func() { f.remember(r.builder) })
		}
	}
	if same && r.builder.reader.Opened > 0 {
		remember()
	} else if !same {
		done, err = f.write(func(t tray) error {
			err := r.render(ctx, t)
			if err == nil {
				remember() // it says what pages are made of, whether or not the folder can be replaced
			}
			return err
		})
	}
	remembering.Wait()
	return done, err
}

// remember keeps what the next build can recall. Where there is no room for it, the next build finds it out again.
func (f *Folder) remember(b *Builder) {
	err := seal(f.beside("cache"), f.version, b.keep)
	if err != nil {
		_ = os.Remove(f.beside("cache"))
	}
}

// seal writes a file that cache.Open opens.
func seal(name string, version cache.Sum, write func(*cache.Writer)) error {
	file, err := os.Create(name)
	if err != nil {
		return err
	}
	w := cache.Seal(file, version)
	write(w)
	return errors.Join(w.Close(), file.Close())
}

// errDiffers ends a look at a folder at the first file that is not as it must be.
var errDiffers = errors.New("the folder holds another site")

// standingSite is a tray for a site that stands already: it takes nothing.
type standingSite struct {
	holds ledger
	asked *atomic.Int64 // how many files of the site it has
}

func (standingSite) put(string, []byte, cache.Sum) error { return errDiffers }

func (s standingSite) has(path string, file written) bool {
	if s.holds[path].sum != file.sum {
		return false
	}
	s.asked.Add(1)
	return true
}

// unchanged says whether the folder holds the site of a Result, file for file, and nobody has touched it.
func (f *Folder) unchanged(ctx context.Context, r *Result) (Written, bool, error) {
	if r.builder == nil || r.builder.memory == nil {
		return Written{}, false, nil
	}
	left, err := f.ledgers()
	if err != nil || len(left.live) == 0 {
		return Written{}, false, err
	}
	site := standingSite{left.live, new(atomic.Int64)}
	if err := r.render(ctx, site); errors.Is(err, errDiffers) {
		return Written{}, false, nil
	} else if err != nil {
		return Written{}, false, err
	}
	done := left.live.written(0)
	return done, int(site.asked.Load()) == done.Files && left.live.stands(f.dir), nil
}

// written counts the files of a ledger, of which some were new. The marker is none of the site's.
func (l ledger) written(fresh int) Written {
	done := Written{Files: -1, New: fresh}
	for path, file := range l {
		if !isFolder(path) {
			done.Files++
			done.Bytes += file.size
		}
	}
	return done
}

func isFolder(path string) bool { return path == "" || strings.HasSuffix(path, "/") }

// stands says whether a tree is as its ledger has it.
func (l ledger) stands(dir string) bool {
	look, err := lookInto(dir)
	if err != nil {
		return false
	}
	defer look.close()
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	paths := make([]string, 0, len(l))
	for path := range l {
		paths = append(paths, path)
	}
	for some := range slices.Chunk(paths, 4*stretch) {
		group.Go(func() error {
			for _, path := range some {
				if isFolder(path) {
					if now, _, err := look.at(path); err != nil || now.time != l[path].time {
						return errDiffers
					}
				} else if !look.untouched(path, l[path]) {
					return errDiffers
				}
			}
			return nil
		})
	}
	return group.Wait() == nil
}
