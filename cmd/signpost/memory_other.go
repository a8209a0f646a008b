//go:build !(linux && amd64)

package main

// takeLargePages does nothing: other systems choose the size of pages themselves.
func takeLargePages(uint64) {}
