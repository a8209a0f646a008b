// Command signpost turns Markdown pages into a static career-exploration site with a private reflection worksheet.
package main

import (
	"context"
	"math"
	"os"
	"os/signal"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"syscall"
)

// The garbage collector is told what a build is like: much is kept to the end, and the program then ends.
const (
	// firstRoundBytes is what is made before the collector begins: small sites are finished by then.
	firstRoundBytes = 96 << 20
	// roomBytes is memory that is asked for and never touched, so that it takes none of the machine's. The collector
	// counts it: between two rounds the heap grows by growth per cent of what is used and of this. So the rounds of a
	// middling heap are few, and a large heap grows less than Go lets it, to fit into small machines.
	roomBytes = 128 << 20
	growth    = 25
	// Beyond largeBytes rounds become so long that the heap may grow more, so that time per page stays much the same.
	largeBytes  = roomBytes + 512<<20
	largeGrowth = 60
)

// leaveRoom has the collector do as it is told, unless GOGC in the environment says otherwise. The room must be kept.
func leaveRoom() (room []byte) {
	if os.Getenv("GOGC") != "" {
		return nil
	}
	debug.SetGCPercent(-1)
	debug.SetMemoryLimit(roomBytes + firstRoundBytes)
	afterNextRound(-1)
	return make([]byte, roomBytes)
}

// afterNextRound sets the growth by what a round found in use, after this round and each that follows.
func afterNextRound(percent int) {
	round := new([64]byte) // nobody keeps it, so the next round finds it
	runtime.SetFinalizer(round, func(*[64]byte) {
		live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		metrics.Read(live)
		want := growth
		if live[0].Value.Uint64() > largeBytes {
			want = largeGrowth
		}
		if want != percent {
			debug.SetGCPercent(want)
			debug.SetMemoryLimit(math.MaxInt64)
		}
		afterNextRound(want)
	})
}

func main() {
	room := leaveRoom()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	runtime.KeepAlive(room)
	os.Exit(code)
}
