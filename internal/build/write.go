package build

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"signpost/internal/cache"
)

// marker stands in every output folder and tells the next build that it may replace the folder.
const marker = ".signpost"

const markerText = "This folder was written by signpost and is replaced by each build. Keep nothing of your own here.\n"

// Written says what a Write did.
type Written struct {
	Files int
	Bytes int64
	New   int // files that were not in the tree already
}

// Write puts a finished site into dir, all or nothing: everything is written beside it and then swapped in, so that at
// every moment, also after a crash or on a full disk, dir holds the old site or the new one, whole. A folder that holds
// anything not written by signpost is refused.
func Write(ctx context.Context, r *Result, dir string) (Written, error) {
	folder, err := OpenFolder(dir)
	if err != nil {
		return Written{}, err
	}
	defer folder.Close()
	return folder.Write(ctx, r)
}

func (f *Folder) write(render func(tray) error) (Written, error) {
	if err := recoverFrom(f.beside("old"), f.dir); err != nil {
		return Written{}, err
	}
	if err := mayReplace(f.dir); err != nil {
		return Written{}, err
	}
	left, err := f.ledgers()
	if err == nil {
		err = forgetLedgers(f.beside("trees"))
	}
	if err != nil {
		return Written{}, err
	}
	fresh := f.beside("new")
	if err := os.RemoveAll(fresh); err != nil {
		return Written{}, fmt.Errorf("clear what an earlier build left: %w", err)
	}
	t := newTree(fresh, left.spare)
	if len(left.spare) == 0 || os.Rename(f.beside("spare"), fresh) != nil {
		t.had = nil
	}
	done, err := fill(t, render)
	if err == nil {
		err = swap(fresh, f.dir, f.beside("old"))
	}
	if err != nil {
		// What is left beside is half of a new site; losing it loses nothing.
		return done, errors.Join(err, os.RemoveAll(fresh), os.RemoveAll(f.beside("old")))
	}
	return done, keepSpare(ledgers{t.holds, left.live}, f.beside)
}

// keepSpare keeps the tree of the site that was replaced for the next build to write into.
func keepSpare(l ledgers, beside func(string) string) error {
	spare := beside("spare")
	if err := os.RemoveAll(spare); err != nil {
		return fmt.Errorf("clear what an earlier build left: %w", err)
	}
	replaced := beside("new")
	if _, err := os.Lstat(replaced); errors.Is(err, fs.ErrNotExist) {
		replaced = beside("old")
	}
	if len(l.spare) == 0 {
		return errors.Join(os.RemoveAll(replaced), os.RemoveAll(beside("old")), l.write(beside("trees")))
	}
	if err := os.Rename(replaced, spare); err != nil {
		l.spare = nil
	}
	return errors.Join(os.RemoveAll(beside("new")), os.RemoveAll(beside("old")), l.write(beside("trees")))
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

// fill writes every file of the site into a tree.
func fill(t *outTree, render func(tray) error) (Written, error) {
	if err := os.MkdirAll(t.dir, 0o755); err != nil {
		return Written{}, fmt.Errorf("make the folder of the site: %w", err)
	}
	var err error
	if t.look, err = lookInto(t.dir); err != nil {
		return Written{}, fmt.Errorf("look into the folder of the site: %w", err)
	}
	defer t.look.close()
	err = t.put(marker, []byte(markerText), cache.SumOf([]byte(markerText)))
	if err == nil {
		err = render(t)
	}
	if err == nil {
		err = t.finish()
	}
	return t.holds.written(int(t.wrote.Load())), err
}
