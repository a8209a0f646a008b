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
	// counts it, which keeps its percentages small and its rounds few while little is in use.
	roomBytes = 128 << 20
	// Between two rounds as much is made as leastBytes, or more where more is in use: so a page of a large site costs
	// no more rounds than one of a middling one.
	leastBytes = 48 << 20
	share      = 0.6
)

// leaveRoom has the collector do as it is told, unless GOGC in the environment says otherwise. The room must be kept.
func leaveRoom() (room []byte) {
	if os.Getenv("GOGC") != "" {
		return nil
	}
	debug.SetGCPercent(-1)
	debug.SetMemoryLimit(roomBytes + firstRoundBytes)
	afterNextRound()
	return make([]byte, roomBytes)
}

// afterNextRound sets how much is made before the round after, by what a round found in use, and so on.
func afterNextRound() {
	round := new([64]byte) // nobody keeps it, so the next round finds it
	runtime.SetFinalizer(round, func(*[64]byte) {
		live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		metrics.Read(live)
		counted := float64(live[0].Value.Uint64())
		debug.SetGCPercent(int(100 * max(leastBytes, share*(counted-roomBytes)) / counted))
		debug.SetMemoryLimit(math.MaxInt64)
		afterNextRound()
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
