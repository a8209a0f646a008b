// Command signpost turns Markdown pages into a static career-exploration site with a private reflection worksheet.
package main

import (
	"context"
	"os"
	"os/signal"
	"runtime"
	"runtime/debug"
	"syscall"
)

// roomBytes is memory that is asked for and never touched, so that it takes none of the machine's. The collector counts
// it, and so does not begin until a good part of that has been made: a small site is finished by then, and a large one is
// spared the many short rounds of a small heap. growth is how far the heap may then grow between two rounds, in per cent:
// less than Go's own 100, so that large sites fit into small machines. GOGC in the environment overrules it.
const (
	roomBytes = 128 << 20
	growth    = 25
)

func main() {
	room := make([]byte, roomBytes)
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(growth)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	runtime.KeepAlive(room)
	os.Exit(code)
}
