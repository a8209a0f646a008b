//go:build !linux

package build

import (
	"os"
	"path/filepath"
)

// looker looks at what stands in a folder.
type looker struct{ dir string }

func lookInto(dir string) (looker, error) { return looker{dir}, nil }

func (l looker) close() {}

// at says what stands at a path with forward slashes, and whether that is a file. It follows no link. The path of a folder
// may end in a slash; the empty one is the folder itself.
func (l looker) at(path string) (k standing, file bool, err error) {
	info, err := os.Lstat(filepath.Join(l.dir, filepath.FromSlash(path)))
	if err != nil {
		return k, false, err
	}
	return standing{size: info.Size(), time: info.ModTime().UnixNano()}, info.Mode().IsRegular(), nil
}
