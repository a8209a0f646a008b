//go:build unix && !linux

package build

import "errors"

func mountSmallDisk(string) error { return errors.ErrUnsupported }

func unmount(string) error { return nil }
