package main

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strconv"
	"time"

	"signpost/internal/corpus"
)

// growth measures signpost alone on sites of several sizes, to see whether a page of a large site costs more than one of
// a small one.
type growth struct {
	pages   []int
	written []int // pages in all: with those of sections, tags and tools
	costs   [][]cost
}

// leastPages is how many pages are built of each size in a turn: what takes a tenth of a second is soon disturbed, and
// what is first built after a site of another size finds other memory than it leaves.
const leastPages = 20_000

// rest is the time between two sizes. The host of a virtual machine takes back what a large build gave up some seconds
// later, and whoever asks for memory meanwhile waits for it.
const rest = 8 * time.Second

// grow builds the sizes in turns, so that a machine which is slower for a while is so for all of them.
func grow(ctx context.Context, t tools, r rooms, pages []int, turns int, seed uint64) (growth, error) {
	g := growth{pages: pages, written: make([]int, len(pages)), costs: make([][]cost, len(pages))}
	room := func(n int) string { return in(r.memory, strconv.Itoa(n)) }
	for _, n := range pages {
		if err := corpus.Write(in(room(n), "source", string(corpus.Signpost)), corpus.Signpost, seed, n); err != nil {
			return g, err
		}
	}
	benches := make([]bench, len(pages))
	for i, n := range pages {
		benches[i] = bench{tools: t, rooms: r, pages: n, turns: turns, seed: seed, took: map[corpus.For]int64{}}
	}
	for turn := range turns {
		for i, n := range pages {
			select {
			case <-ctx.Done():
			case <-time.After(rest):
			}
			for range max(1, leastPages/n) {
				c, written, err := benches[i].alone(ctx, room(n))
				if err != nil {
					return g, err
				}
				g.written[i] = written
				g.costs[i] = append(g.costs[i], c)
				fmt.Fprintf(os.Stderr, "%d pages alone, turn %d: %.2f s, %.2f s CPU, %d MiB\n", n, turn+1, c.wall.Seconds(), c.cpu.Seconds(), c.peak>>20)
			}
		}
	}
	for _, n := range pages {
		if err := os.RemoveAll(room(n)); err != nil {
			return g, err
		}
	}
	return g, nil
}

// alone builds with signpost where nothing is, counts the pages of the site, and takes it away.
func (b *bench) alone(ctx context.Context, room string) (c cost, pages int, err error) {
	c, files, err := b.measured(ctx, corpus.Signpost, room)
	if err != nil {
		return c, 0, err
	}
	pages = len(slices.DeleteFunc(files, func(name string) bool { return !isPage(name) }))
	return c, pages, os.RemoveAll(in(room, "site"))
}
