package main

import "syscall"

// noLimit is how the system writes that addresses are not limited.
const noLimit = ^uint64(0)

// takeLargePages has the next bytes of memory that the program uses come in pages of 2 MiB instead of 4 KiB: a build
// soon uses a gigabyte for a hundred thousand site pages, and being handed that in small pieces took a tenth of its
// time. Addresses are taken, marked and left to the heap, untouched, so that they cost nothing until they are
// used. A machine with little memory, or one that limits addresses, is not asked for more than it has.
func takeLargePages(bytes uint64) {
	var machine syscall.Sysinfo_t
	var limit syscall.Rlimit
	if syscall.Sysinfo(&machine) != nil || syscall.Getrlimit(syscall.RLIMIT_AS, &limit) != nil || limit.Cur != noLimit {
		return
	}
	addresses := make([]byte, min(bytes, uint64(machine.Totalram)*uint64(machine.Unit)/4))
	_ = syscall.Madvise(addresses, syscall.MADV_HUGEPAGE) // a system that has none stays with small ones
}
