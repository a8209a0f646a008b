package build

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
)

// swap puts fresh in the place of dir. Where the system can exchange two folders, there is no moment without a site;
// elsewhere the old one steps aside first, and recoverFrom brings it back if the program is killed in between. What was
// in dir ends in fresh or in old.
func swap(fresh, dir, old string) error {
	if _, err := os.Lstat(dir); errors.Is(err, fs.ErrNotExist) {
		return named(os.Rename(fresh, dir))
	}
	if err := exchange(fresh, dir); !errors.Is(err, errors.ErrUnsupported) {
		return named(err)
	}
	if err := os.RemoveAll(old); err != nil {
		return named(err)
	}
	if err := os.Rename(dir, old); err != nil {
		return named(err)
	}
	if err := os.Rename(fresh, dir); err != nil {
		return errors.Join(named(err), os.Rename(old, dir))
	}
	return nil
}

func named(err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("put the new site in place: %w", err)
}
