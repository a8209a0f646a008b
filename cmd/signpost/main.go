// Command signpost turns Markdown pages into a static career-exploration site with a private reflection worksheet.
package main

import (
	"context"
	"os"
	"os/signal"
	"runtime"
	"syscall"
)

// roomBytes is memory that is asked for and never touched, so that it takes none of the machine's. The collector counts
// it, and so does not begin until that much has been made: a small site is finished by then, and a large one is spared
// the many short rounds of a small heap.
const roomBytes = 32 << 20

func main() {
	room := make([]byte, roomBytes)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	runtime.KeepAlive(room)
	os.Exit(code)
}
