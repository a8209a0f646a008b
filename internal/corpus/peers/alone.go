package main

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"

	"signpost/internal/corpus"
)

// growth measures signpost alone on sites of several sizes, to see whether a page of a large site costs more than one of
// a small one.
type growth struct {
	pages   []int
	written []int // pages in all: with those of sections, tags and tools
	costs   [][]cost
}

// grow builds the sizes in turns, so that a machine which is slower for a while is so for all of them.
func grow(ctx context.Context, t tools, r rooms, pages []int, turns int, seed uint64) (growth, error) {
	g := growth{pages: pages, written: make([]int, len(pages)), costs: make([][]cost, len(pages))}
	room := func(n int) string { return in(r.memory, strconv.Itoa(n)) }
	for _, n := range pages {
		if err := corpus.Write(in(room(n), "source", string(corpus.Signpost)), corpus.Signpost, seed, n); err != nil {
			return g, err
		}
	}
	for turn := range turns {
		for i, n := range pages {
			b := bench{tools: t, rooms: r, pages: n, turns: turns, seed: seed}
			c, err := b.build(ctx, corpus.Signpost, room(n))
			if err != nil {
				return g, err
			}
			g.costs[i] = append(g.costs[i], c)
			fmt.Fprintf(os.Stderr, "%d pages alone, turn %d: %.2f s, %.2f s CPU, %d MiB\n", n, turn+1, c.wall.Seconds(), c.cpu.Seconds(), c.peak>>20)
			if g.written[i], err = documents(siteOf(room(n), corpus.Signpost)); err != nil {
				return g, err
			}
			if err := os.RemoveAll(in(room(n), "site")); err != nil {
				return g, err
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

// documents counts the pages of a site.
func documents(site string) (n int, err error) {
	err = filepath.WalkDir(site, func(name string, _ fs.DirEntry, err error) error {
		if filepath.Ext(name) == ".html" {
			n++
		}
		return err
	})
	return n, err
}
