package build

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Open finds the three folders of a site in the source folder dir. Without a content folder there, the embedded site is
// taken and bundled is true. The folder's own layouts and assets are laid over the embedded ones, file by file.
func Open(dir string, embedded fs.FS) (source Source, bundled bool, err error) {
	if info, err := os.Stat(dir); err != nil {
		return Source{}, false, fmt.Errorf("open the source folder: %w", err)
	} else if !info.IsDir() {
		return Source{}, false, fmt.Errorf("the source %s is a file; name the folder that holds content/", dir)
	}
	folders := map[string]fs.FS{}
	for _, name := range []string{"content", "layouts", "assets"} {
		under, err := fs.Sub(embedded, name)
		if err != nil {
			return Source{}, false, err
		}
		// A Root refuses links that lead out of the folder.
		root, err := os.OpenRoot(filepath.Join(dir, name))
		switch {
		case errors.Is(err, fs.ErrNotExist):
			folders[name] = program{under}
			bundled = bundled || name == "content"
		case err != nil:
			return Source{}, false, fmt.Errorf("open %s: %w", name, err)
		case name == "content":
			folders[name] = root.FS()
		default:
			folders[name] = overlay{root.FS(), under}
		}
	}
	return Source{folders["content"], folders["layouts"], folders["assets"]}, bundled, nil
}

// program is a folder that came with the program.
type program struct{ fs.FS }

// Fixed says that all of it did.
func (program) Fixed(string) bool { return true }

// overlay shows the files of over, and those of under that over does not have.
type overlay struct{ over, under fs.FS }

func (o overlay) Open(name string) (fs.File, error) {
	f, err := o.over.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return o.under.Open(name)
	}
	if err != nil {
		return nil, err
	}
	if info, err := f.Stat(); err != nil || !info.IsDir() {
		return f, err
	}
	return &bothFolders{File: f, list: func() ([]fs.DirEntry, error) { return o.ReadDir(name) }}, nil
}

// Fixed says whether a file that is there is one of under's, which came with the program.
func (o overlay) Fixed(name string) bool {
	_, err := fs.Stat(o.over, name)
	return errors.Is(err, fs.ErrNotExist)
}

// bothFolders is an open folder that lists what both hold.
type bothFolders struct {
	fs.File
	list  func() ([]fs.DirEntry, error)
	left  []fs.DirEntry
	begun bool
}

// ReadDir is that of fs.ReadDirFile.
func (b *bothFolders) ReadDir(n int) ([]fs.DirEntry, error) {
	if !b.begun {
		all, err := b.list()
		if err != nil {
			return nil, err
		}
		b.left, b.begun = all, true
	}
	if n <= 0 {
		n = len(b.left)
	} else if len(b.left) == 0 {
		return nil, io.EOF
	}
	some := b.left[:min(n, len(b.left))]
	b.left = b.left[len(some):]
	return some, nil
}

// ReadDir lists both folders as one.
func (o overlay) ReadDir(name string) ([]fs.DirEntry, error) {
	over, err := fs.ReadDir(o.over, name)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	under, underErr := fs.ReadDir(o.under, name)
	if underErr != nil {
		return over, err
	}
	for _, e := range under {
		if !slices.ContainsFunc(over, func(have fs.DirEntry) bool { return have.Name() == e.Name() }) {
			over = append(over, e)
		}
	}
	slices.SortFunc(over, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return over, nil
}
