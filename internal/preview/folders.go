package preview

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"signpost/internal/build"
)

// names are the folders of a source folder that a site is made of.
var names = []string{"content", "layouts", "assets"}

// folders opens the source folder, and opens it again when one of its three folders has come, gone, or been put in the
// place of another: an open folder stays the one it was, also after it was deleted.
type folders struct {
	dir      string
	embedded fs.FS
	source   build.Source
	bundled  bool // the content that came with the program is shown
	opened   bool
	seen     [3]os.FileInfo // nil for a folder that is not there
}

func (f *folders) open() (build.Source, error) {
	var now [3]os.FileInfo
	for i, name := range names {
		now[i], _ = os.Stat(filepath.Join(f.dir, name)) // build.Open says what is wrong with it
	}
	if f.opened && same(now, f.seen) {
		return f.source, nil
	}
	source, bundled, err := build.Open(f.dir, f.embedded)
	if err != nil {
		return build.Source{}, err
	}
	if bundled && f.opened && !f.bundled {
		// Showing the program's own content instead would look like a miracle.
		return build.Source{}, fmt.Errorf("the folder content/ is gone from %s", f.dir)
	}
	f.source, f.bundled, f.opened, f.seen = source, bundled, true, now
	return source, nil
}

func same(a, b [3]os.FileInfo) bool {
	for i := range a {
		if (a[i] == nil) != (b[i] == nil) || a[i] != nil && !os.SameFile(a[i], b[i]) {
			return false
		}
	}
	return true
}
