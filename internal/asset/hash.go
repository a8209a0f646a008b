package asset

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"
)

// inputs are the folders below assets/ that a Bundle is made of; tools and tests lie beside them.
var inputs = []string{"images", "scripts", "styles", "vendor"}

// Sums are the checksums of the folders that a Bundle is made of, by their names.
type Sums map[string]string

// Fixed is a folder with files that came with the program. They cannot change while it runs, and what is kept for another
// run is kept for the same build of the program, so their names are checksum enough.
type Fixed interface {
	fs.FS
	// Fixed says whether the file, which is there, came with the program.
	Fixed(name string) bool
}

// Hash returns the checksums of everything a Bundle is made of, apart from the sheets' used words: while they stay the
// same, there is nothing to compile anew.
func Hash(fsys fs.FS) (Sums, error) {
	sums := Sums{}
	for _, dir := range inputs {
		sum, err := hashOf(fsys, dir)
		if err != nil {
			return nil, err
		}
		sums[dir] = sum
	}
	return sums, nil
}

// HashAll returns a checksum of every file of a folder, hidden ones left out.
func HashAll(fsys fs.FS) (string, error) { return hashOf(fsys, ".") }

func hashOf(fsys fs.FS, dir string) (string, error) {
	sum := sha256.New()
	room := make([]byte, 32<<10)
	fixed, _ := fsys.(Fixed)
	err := eachFile(fsys, dir, func(name string) error {
		if fixed != nil && fixed.Fixed(name) {
			fmt.Fprintf(sum, "%s\x01\n", name)
			return nil
		}
		file, err := fsys.Open(name)
		if err != nil {
			return err
		}
		defer file.Close()
		fmt.Fprintf(sum, "%s\x00", name)
		n, err := io.CopyBuffer(sum, file, room)
		fmt.Fprintf(sum, "\x00%d\n", n)
		return err
	})
	if err != nil {
		return "", err
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}

func checksum(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// eachFile calls visit for every file below dir, in order; hidden files are left out and a missing dir has none.
func eachFile(fsys fs.FS, dir string, visit func(name string) error) error {
	err := fs.WalkDir(fsys, dir, func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			if name == dir && errors.Is(err, fs.ErrNotExist) {
				return nil
			}
			return err
		case name != "." && strings.HasPrefix(path.Base(name), "."):
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case d.IsDir():
			return nil
		}
		return visit(name)
	})
	if err != nil {
		return fmt.Errorf("read %s/%s: %w", folder, dir, err)
	}
	return nil
}
