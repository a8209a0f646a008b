// Command peers builds one corpus with signpost and with Hugo in turns, holds the two sites against each other, and
// writes what it measured to BENCHMARKS.md.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"strconv"
	"strings"

	"signpost/internal/corpus"
)

// hugoVersion is the newest that the Go of this module can build.
const hugoVersion = "v0.165.0"

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx); err != nil {
		fmt.Fprintln(os.Stderr, "peers:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context) error {
	pages := flag.String("pages", "1000,10000,50000", "sizes of the corpus")
	alone := flag.String("alone", "1000,10000,50000,100000", "sizes that signpost builds alone")
	served := flag.Int("served", 10_000, "size of the site that is edited while it is served")
	turns := flag.Int("turns", 5, "how often each program builds")
	seed := flag.Uint64("seed", corpus.Seed, "seed of the corpus")
	memory := flag.String("memory", "/dev/shm", "a folder in memory")
	disk := flag.String("disk", os.TempDir(), "a folder on a disk")
	out := flag.String("out", "BENCHMARKS.md", "the file to write")
	hugo := flag.String("hugo", "", "a Hugo that is already built, instead of "+hugoVersion+" from the module proxy")
	flag.Parse()

	rooms, err := makeRooms(*memory, *disk)
	if err != nil {
		return err
	}
	defer rooms.remove()
	tools, err := buildTools(ctx, rooms.disk, *hugo)
	if err != nil {
		return err
	}
	report := report{tools: tools, turns: *turns, seed: *seed}
	sizes, err := numbers(*pages)
	if err != nil {
		return err
	}
	several, err := numbers(*alone)
	if err != nil {
		return err
	}
	if report.growth, err = grow(ctx, tools, rooms, several, *turns, *seed); err != nil {
		return fmt.Errorf("alone: %w", err)
	}
	report.load[0] = loadNow()
	if report.saved, err = serveEdits(ctx, tools, rooms, *served, *seed); err != nil {
		return fmt.Errorf("while serving: %w", err)
	}
	report.load[1] = loadNow()
	for _, n := range sizes {
		b := bench{tools: tools, rooms: rooms, pages: n, turns: *turns, seed: *seed, took: map[corpus.For]int64{}}
		result, err := b.run(ctx)
		if err != nil {
			return fmt.Errorf("with %d pages: %w", n, err)
		}
		report.results = append(report.results, result)
	}
	return os.WriteFile(*out, report.print(), 0o644)
}

// numbers reads numbers that commas part.
func numbers(list string) (all []int, err error) {
	for text := range strings.SplitSeq(list, ",") {
		if text == "" {
			continue
		}
		n, err := strconv.Atoi(text)
		if err != nil {
			return nil, fmt.Errorf("read the sizes: %w", err)
		}
		all = append(all, n)
	}
	return all, nil
}

// rooms are the two places to build in.
type rooms struct{ memory, disk string }

func makeRooms(memory, disk string) (rooms, error) {
	m, err := os.MkdirTemp(memory, "peers")
	if err != nil {
		return rooms{}, fmt.Errorf("make room in memory: %w", err)
	}
	d, err := os.MkdirTemp(disk, "peers")
	if err != nil {
		return rooms{}, fmt.Errorf("make room on disk: %w", err)
	}
	return rooms{m, d}, nil
}

// freshen uses so much memory and gives it back. Where the host of a virtual machine takes back what is free, the next
// use of it is the host's work and takes many times as long as another; so it is done before a build that is measured.
func (r rooms) freshen(bytes int64) error {
	name := in(r.memory, "used")
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	defer os.Remove(name)
	some := make([]byte, 1<<20)
	for ; bytes > 0 && err == nil; bytes -= int64(len(some)) {
		_, err = f.Write(some)
	}
	return errors.Join(err, f.Close())
}

func (r rooms) remove() {
	_ = os.RemoveAll(r.memory)
	_ = os.RemoveAll(r.disk)
}

// of returns a place of the benchmark below one of the rooms.
func in(room string, names ...string) string {
	return filepath.Join(append([]string{room}, names...)...)
}
