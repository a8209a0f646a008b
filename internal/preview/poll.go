package preview

import (
	"context"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"time"
)

// pollPause lies between two looks at all files. On a network drive each file is a question to the server.
const pollPause = 300 * time.Millisecond

// look is what a file looked like from outside.
type look struct {
	size     int64
	modified time.Time
	folder   bool
}

// scan looks at every file below content/, layouts/ and assets/, by the name authors know it under.
func scan(dir string) map[string]look {
	found := map[string]look{}
	for _, name := range names {
		root := filepath.Join(dir, name)
		if real, err := filepath.EvalSymlinks(root); err == nil {
			root = real
		}
		// What cannot be looked at counts as not there; the build says what is wrong with it.
		_ = filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if err != nil {
				return nil
			}
			if path != root && ignored(d.Name()) {
				if d.IsDir() {
					return fs.SkipDir
				}
				return nil
			}
			info, err := d.Info()
			rel, relErr := filepath.Rel(root, path)
			if err != nil || relErr != nil {
				return nil
			}
			one := look{folder: d.IsDir()}
			if !one.folder { // a folder's date changes with its files
				one.size, one.modified = info.Size(), info.ModTime()
			}
			found[filepath.ToSlash(filepath.Join(name, rel))] = one
			return nil
		})
	}
	return found
}

// poll tells of every file that is new, gone, or of another size or date than at the last look.
func poll(ctx context.Context, dir string, before map[string]look, events chan<- string) {
	ticker := time.NewTicker(pollPause)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		}
		now := scan(dir)
		for _, name := range different(before, now) {
			tell(ctx, events, name)
		}
		before = now
	}
}

// different returns the names of what is not the same in both, sorted.
func different(before, now map[string]look) []string {
	var list []string
	for name, one := range now {
		if old, ok := before[name]; !ok || old.size != one.size || old.folder != one.folder || !old.modified.Equal(one.modified) {
			list = append(list, name)
		}
	}
	for name := range maps.Keys(before) {
		if _, ok := now[name]; !ok {
			list = append(list, name)
		}
	}
	slices.Sort(list)
	return list
}
