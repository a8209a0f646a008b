package content

import (
	"io/fs"
	"syscall"
	"time"
)

// changeTime is when a file was last changed. Nobody can set this time, as people and programs do set the other.
func changeTime(info fs.FileInfo) time.Time {
	if s, ok := info.Sys().(*syscall.Stat_t); ok {
		return time.Unix(s.Ctim.Unix())
	}
	return info.ModTime()
}
