package main

import (
	"context"
	"fmt"
	"os"

	"signpost/internal/corpus"
)

// growth measures signpost alone on sites of several sizes, to see whether a page of a large site costs more than one of
// a small one.
type growth struct {
	pages []int
	costs [][]cost
}

func grow(ctx context.Context, t tools, r rooms, pages []int, turns int, seed uint64) (growth, error) {
	g := growth{pages: pages, costs: make([][]cost, len(pages))}
	for i, n := range pages {
		b := bench{tools: t, rooms: r, pages: n, turns: turns, seed: seed}
		source := in(r.memory, "source", string(corpus.Signpost))
		if err := corpus.Write(source, corpus.Signpost, seed, n); err != nil {
			return g, err
		}
		for range turns {
			if err := os.RemoveAll(in(r.memory, "site")); err != nil {
				return g, err
			}
			c, err := b.build(ctx, corpus.Signpost, r.memory)
			if err != nil {
				return g, err
			}
			g.costs[i] = append(g.costs[i], c)
			fmt.Fprintf(os.Stderr, "%d pages alone: %.2f s, %.2f s CPU, %d MiB\n", n, c.wall.Seconds(), c.cpu.Seconds(), c.peak>>20)
		}
		for _, dir := range []string{"source", "site"} {
			if err := os.RemoveAll(in(r.memory, dir)); err != nil {
				return g, err
			}
		}
	}
	return g, nil
}
