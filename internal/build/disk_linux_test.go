package build

import "golang.org/x/sys/unix"

func mountSmallDisk(dir string) error {
	return unix.Mount("tmpfs", dir, "tmpfs", 0, "size=256k")
}

func unmount(dir string) error { return unix.Unmount(dir, unix.MNT_DETACH) }
