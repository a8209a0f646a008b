package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
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
	share      = 0.75
	// largeBytes is how much of the memory that is used comes in large pages, where the system has them.
	largeBytes = 1 << 30
)

// leaveRoom has the collector do as it is told, unless GOGC in the environment says otherwise. The room must be kept.
func leaveRoom() (room []byte) {
	if os.Getenv("GOGC") != "" {
		return nil
	}
	debug.SetGCPercent(-1) // no round for what is only asked for
	room = make([]byte, roomBytes)
	takeLargePages(largeBytes)
	runtime.GC() // which counts the room, and finds the large pages unused
	debug.SetGCPercent(100 * firstRoundBytes / roomBytes)
	afterNextRound()
	return room
}

// afterNextRound sets how much is made before the round after, by what a round found in use, and so on.
func afterNextRound() {
	round := new([64]byte) // nobody keeps it, so the next round finds it
	runtime.SetFinalizer(round, func(*[64]byte) {
		live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		metrics.Read(live)
		counted := float64(live[0].Value.Uint64())
		debug.SetGCPercent(int(100 * max(leastBytes, share*(counted-roomBytes)) / counted))
		afterNextRound()
	})
}
