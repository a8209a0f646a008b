//go:build !linux

package build

import "errors"

// exchange is not to be had here; swap then renames twice.
func exchange(_, _ string) error { return errors.ErrUnsupported }
