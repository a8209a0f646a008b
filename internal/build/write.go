package build

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"

	"github.com/rogpeppe/go-internal/lockedfile"
)

// marker stands in every output folder and tells the next build that it may replace the folder.
const marker = ".signpost"

const markerText = "This folder was written by signpost and is replaced by each build. Keep nothing of your own here.\n"

// Written says what a Write did.
type Written struct {
	Files int
	Bytes int64
}

// Write puts a finished site into dir, all or nothing: everything is written beside it and then swapped in, so that at
// every moment, also after a crash or on a full disk, dir holds the old site or the new one, whole. A folder that holds
// anything not written by signpost is refused.
func Write(ctx context.Context, r *Result, dir string) (Written, error) {
	return write(dir, func(put Put) error { return r.Render(ctx, put) })
}

func write(dir string, render func(Put) error) (Written, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return Written{}, fmt.Errorf("find the output folder: %w", err)
	}
	// A link stays a link: the folder it leads to is what is replaced, and what a second build must wait for.
	if real, err := filepath.EvalSymlinks(dir); err == nil {
		dir = real
	}
	if err := os.MkdirAll(filepath.Dir(dir), 0o755); err != nil {
		return Written{}, fmt.Errorf("make the folder above the output: %w", err)
	}
	beside := func(what string) string { return filepath.Join(filepath.Dir(dir), "."+filepath.Base(dir)+"."+what) }
	unlock, err := lockedfile.MutexAt(beside("lock")).Lock()
	if err != nil {
		return Written{}, fmt.Errorf("keep other builds out of %s: %w", dir, err)
	}
	defer unlock()
	if err := recoverFrom(beside("old"), dir); err != nil {
		return Written{}, err
	}
	if err := mayReplace(dir); err != nil {
		return Written{}, err
	}
	fresh := beside("new")
	if err := os.RemoveAll(fresh); err != nil {
		return Written{}, fmt.Errorf("clear what an earlier build left: %w", err)
	}
	done, err := fill(fresh, render)
	if err == nil {
		err = swap(fresh, dir, beside("old"))
	}
	// What is left beside is the old site, or half of a new one; losing it loses nothing.
	return done, errors.Join(err, os.RemoveAll(fresh), os.RemoveAll(beside("old")))
}

// recoverFrom brings back the old site if a build was killed between the two renames of a system that cannot exchange.
func recoverFrom(old, dir string) error {
	if _, err := os.Lstat(dir); !errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err := os.Rename(old, dir); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("bring back the site of the last build: %w", err)
	}
	return nil
}

// mayReplace refuses a folder with anything in it that no build wrote.
func mayReplace(dir string) error {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) || err == nil && len(entries) == 0 {
		return nil
	}
	if err != nil {
		return fmt.Errorf("look into the output folder: %w", err)
	}
	if _, err := os.Lstat(filepath.Join(dir, marker)); err != nil {
		return fmt.Errorf("%s holds files that signpost did not write, and a build would replace them all: choose another folder with --out, or empty this one", dir)
	}
	return nil
}

// fill writes every file below dir.
func fill(dir string, render func(Put) error) (Written, error) {
	var made sync.Map
	var files, bytes atomic.Int64
	put := func(path string, data []byte) error {
		name := filepath.Join(dir, filepath.FromSlash(path))
		folder := filepath.Dir(name)
		if _, known := made.Load(folder); !known {
			// Most folders stand in one that is there already, and MkdirAll would look at every one above.
			if err := os.Mkdir(folder, 0o755); err != nil {
				if err := os.MkdirAll(folder, 0o755); err != nil {
					return fmt.Errorf("make a folder of the site: %w", err)
				}
			}
			made.Store(folder, true)
		}
		if err := os.WriteFile(name, data, 0o644); err != nil {
			return fmt.Errorf("write the site: %w", err)
		}
		files.Add(1)
		bytes.Add(int64(len(data)))
		return nil
	}
	err := put(marker, []byte(markerText))
	if err == nil {
		err = render(put)
	}
	return Written{int(files.Load()) - 1, bytes.Load()}, err
}
