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
	took := make([]int64, len(pages))
	for turn := range turns {
		for i, n := range pages {
			if err := r.freshen(took[i]); err != nil {
				return g, err
			}
			b := bench{tools: t, rooms: r, pages: n, turns: turns, seed: seed}
			c, err := b.build(ctx, corpus.Signpost, room(n))
			if err != nil {
				return g, err
			}
			g.costs[i] = append(g.costs[i], c)
			fmt.Fprintf(os.Stderr, "%d pages alone, turn %d: %.2f s, %.2f s CPU, %d MiB\n", n, turn+1, c.wall.Seconds(), c.cpu.Seconds(), c.peak>>20)
			var bytes int64
			if g.written[i], bytes, err = contents(siteOf(room(n), corpus.Signpost)); err != nil {
				return g, err
			}
			took[i] = c.peak + bytes
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

// contents counts the pages of a site, and the bytes of all its files.
func contents(site string) (pages int, bytes int64, err error) {
	err = filepath.WalkDir(site, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		if isPage(name) {
			pages++
		}
		info, err := d.Info()
		if err == nil {
			bytes += info.Size()
		}
		return err
	})
	return pages, bytes, err
}
