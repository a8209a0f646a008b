package preview

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

// watch tells of changes below content/, layouts/ and assets/ until ctx is done. Where the system cannot watch, it
// says so and polls.
func (p *preview) watch(ctx context.Context) <-chan change {
	events, changes := make(chan string), make(chan change)
	go settle(ctx, events, changes)
	if !p.options.Poll {
		w, err := newWatcher(p.options.Dir, events)
		if err == nil {
			go w.run(ctx)
			return changes
		}
		fmt.Fprintf(p.options.Out, "this system cannot tell of changed files (%v), so the preview looks for them, as with --poll\n", err)
	}
	before := scan(p.options.Dir)
	go poll(ctx, p.options.Dir, before, events)
	return changes
}

// watcher hears of changes from the system. It watches every folder by itself: systems have no common way to watch a
// whole tree.
type watcher struct {
	dir     string
	events  chan<- string
	system  *fsnotify.Watcher
	folders map[string]string // watched folder → its name for authors; "" is the source folder itself
}

func newWatcher(dir string, events chan<- string) (*watcher, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	w := &watcher{dir: dir, events: events}
	return w, w.renew()
}

// renew begins anew with all folders that are there now. Following a renamed folder instead does not work on all
// systems: what was watched under the old name may be lost or told under it. When it fails, all stays as it was.
func (w *watcher) renew() error {
	system, err := fsnotify.NewWatcher()
	if err != nil {
		return err
	}
	fresh := &watcher{dir: w.dir, system: system, folders: map[string]string{}}
	err = fresh.add(w.dir, "")
	for _, name := range names {
		if err == nil {
			err = fresh.addTree(filepath.Join(w.dir, name), name)
		}
	}
	if err != nil {
		system.Close()
		return err
	}
	if w.system != nil {
		w.system.Close()
	}
	w.system, w.folders = fresh.system, fresh.folders
	return nil
}

func (w *watcher) add(folder, name string) error {
	if err := w.system.Add(folder); err != nil {
		return err
	}
	w.folders[folder] = name
	return nil
}

// addTree watches a folder and all below it. A folder is watched before it is listed, so that nothing comes unseen.
func (w *watcher) addTree(folder, name string) error {
	// One of the three folders may be a link to its place; links below are refused by content.
	if real, err := filepath.EvalSymlinks(folder); err == nil && filepath.Dir(folder) == w.dir {
		folder = real
	}
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			if errors.Is(err, fs.ErrNotExist) {
				return nil
			}
			return err
		case !d.IsDir():
			return nil
		case path != folder && ignored(d.Name()):
			return fs.SkipDir
		}
		rel, err := filepath.Rel(folder, path)
		if err != nil {
			return err
		}
		err = w.add(path, filepath.ToSlash(filepath.Join(name, rel)))
		if errors.Is(err, fs.ErrNotExist) {
			return nil // deleted in the meantime; that is an event of its own
		}
		return err
	})
	return err
}

// lookAgain is how often a source folder that is gone is looked for.
const lookAgain = time.Second

func (w *watcher) run(ctx context.Context) {
	defer func() { w.system.Close() }()
	var again <-chan time.Time
	for {
		select {
		case <-ctx.Done():
			return
		case <-again:
			again = nil
			if w.renew() != nil {
				again = time.After(lookAgain)
				continue
			}
			tell(ctx, w.events, "")
		case <-w.system.Errors: // some events were lost
			again = w.recover(ctx)
		case event := <-w.system.Events:
			name, reach, mine := w.understand(event)
			if mine {
				tell(ctx, w.events, name)
			}
			switch reach {
			case folderCame: // with files in it that no event names
				tell(ctx, w.events, "")
			case foldersMoved:
				again = w.recover(ctx)
			}
		}
	}
}

// recover begins anew and tells that anything may have changed. When it fails, it says when to try again.
func (w *watcher) recover(ctx context.Context) (again <-chan time.Time) {
	if w.renew() != nil {
		again = time.After(lookAgain)
	}
	tell(ctx, w.events, "")
	return again
}

// reach is how far an event goes beyond the file it names.
type reach int

const (
	oneFile reach = iota
	folderCame
	foldersMoved
)

// understand returns the name of what changed as authors know it, how far that goes, and whether the event is about the
// site at all.
func (w *watcher) understand(event fsnotify.Event) (name string, r reach, mine bool) {
	if event.Op == fsnotify.Chmod {
		return "", oneFile, false // virus scanners and backups; nothing is written
	}
	_, folder := w.folders[event.Name]
	parent, known := w.folders[filepath.Dir(event.Name)]
	base := filepath.Base(event.Name)
	name = strings.TrimPrefix(parent+"/"+base, "/")
	switch {
	case folder && event.Has(fsnotify.Remove|fsnotify.Rename):
		return name, foldersMoved, true
	case !known || ignored(base) || parent == "" && !slices.Contains(names, base):
		return "", oneFile, false
	case event.Has(fsnotify.Create):
		return name, w.came(event.Name, name, parent == ""), true
	}
	return name, oneFile, true
}

// came watches what has come, if it is a folder. One of the three folders of a site may be a link to its place.
func (w *watcher) came(path, name string, top bool) reach {
	info, err := os.Lstat(path)
	switch {
	case err != nil || !info.IsDir() && !top:
		return oneFile
	case w.addTree(path, name) != nil:
		return foldersMoved
	}
	return folderCame
}

func tell(ctx context.Context, events chan<- string, name string) {
	select {
	case events <- name:
	case <-ctx.Done():
	}
}

// ignored says whether a file is an editor's or the system's own; content ignores the same.
func ignored(base string) bool {
	return strings.HasPrefix(base, ".") || strings.HasPrefix(base, "~") || strings.HasSuffix(base, "~") ||
		base == "Thumbs.db" || base == "desktop.ini" || base == "README.md"
}
