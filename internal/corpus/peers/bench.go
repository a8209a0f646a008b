package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"signpost/internal/corpus"
)

// bench measures one size of the corpus.
type bench struct {
	tools tools
	rooms rooms
	pages int
	turns int
	seed  uint64
	env   map[corpus.For][]string
	took  map[corpus.For]int64 // memory that each program and its site took in the build before, in bytes
}

// result is what was measured with one size of the corpus.
type result struct {
	pages, files, sampled int
	bytes                 map[corpus.For]int64
	scenarios             []scenario
	load                  [2]float64 // of the machine, before and after
}

// scenario is one way to build, and what each turn took.
type scenario struct {
	name  string
	costs map[corpus.For][]cost
}

var both = []corpus.For{corpus.Signpost, corpus.Hugo}

func (b *bench) run(ctx context.Context) (result, error) {
	r := result{pages: b.pages, load: [2]float64{loadNow()}}
	for _, room := range []string{b.rooms.memory, b.rooms.disk} {
		for _, program := range both {
			if err := corpus.Write(in(room, "source", string(program)), program, b.seed, b.pages); err != nil {
				return r, err
			}
		}
		defer os.RemoveAll(in(room, "source"))
		defer os.RemoveAll(in(room, "site"))
	}
	if err := b.shareFiles(ctx); err != nil {
		return r, err
	}
	// Nothing may be left beside the site either: signpost keeps a tree, a ledger and a cache there for the next build.
	cold, err := b.scenario(ctx, "cold, into memory", b.rooms.memory, func(_ corpus.For, out string) error { return os.RemoveAll(out) })
	if err != nil {
		return r, err
	}
	compared, err := compare(siteOf(b.rooms.memory, corpus.Signpost), siteOf(b.rooms.memory, corpus.Hugo))
	if err != nil {
		return r, err
	}
	r.files, r.sampled, r.bytes = compared.files, compared.sampled, compared.bytes
	for _, program := range both {
		if _, err := b.build(ctx, program, b.rooms.disk); err != nil {
			return r, err
		}
	}
	over, err := b.scenario(ctx, "over an existing tree, on disk", b.rooms.disk, forget)
	if err != nil {
		return r, err
	}
	r.scenarios = []scenario{cold, over}
	if b.pages <= mostWarm {
		warm, err := b.warm(ctx)
		if err != nil {
			return r, err
		}
		r.scenarios = append(r.scenarios, warm...)
	}
	r.load[1] = loadNow()
	return r, nil
}

// mostWarm is the largest site that is built again after edits: Hugo renders all of it each time, for minutes.
const mostWarm = 10_000

// forget takes away what signpost keeps of the pages it has read and printed, and leaves the site and the tree beside it.
func forget(_ corpus.For, out string) error {
	return os.RemoveAll(filepath.Join(out, ".public.cache"))
}

// warm measures builds by a new process after an edit and after none, each program with all that it keeps. The first
// edit is not counted: signpost makes its second tree then.
func (b *bench) warm(ctx context.Context) (all []scenario, err error) {
	for i, what := range []string{"text", "title"} {
		edits := 0
		edit := func(program corpus.For, _ string) error {
			edits++
			return b.edit(in(b.rooms.disk, "source", string(program)), what, 100*i+edits)
		}
		for _, program := range both {
			if err := edit(program, ""); err != nil {
				return all, err
			}
			if _, err := b.build(ctx, program, b.rooms.disk); err != nil {
				return all, err
			}
		}
		s, err := b.scenario(ctx, "a new process after one page's "+what+" was edited, on disk", b.rooms.disk, edit)
		if err != nil {
			return all, err
		}
		all = append(all, s)
	}
	s, err := b.scenario(ctx, "a new process after nothing was edited, on disk", b.rooms.disk, func(corpus.For, string) error { return nil })
	return append(all, s), err
}

// edit saves the first page of a corpus anew, with another text or title each time.
func (b *bench) edit(source, what string, i int) error {
	p := corpus.PageAt(b.seed, 0, b.pages)
	if what == "title" {
		p.Title += fmt.Sprint(" edited ", i)
	}
	p.Body += fmt.Sprintf("Edit %d.\n", i)
	if err := os.WriteFile(filepath.Join(source, "content", p.Path+".md"), p.Source(), 0o644); err != nil {
		return fmt.Errorf("edit a page: %w", err)
	}
	return nil
}

// shareFiles gives Hugo the style sheets, scripts and pictures that signpost compiled, so that only signpost pays for
// compiling them and both sites hold the same files.
func (b *bench) shareFiles(ctx context.Context) error {
	if _, err := b.build(ctx, corpus.Signpost, b.rooms.memory); err != nil {
		return err
	}
	b.env = map[corpus.For][]string{}
	site := siteOf(b.rooms.memory, corpus.Signpost)
	return filepath.WalkDir(site, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		name, err := filepath.Rel(site, path)
		if err != nil || isPage(name) || generated[name] {
			return err
		}
		switch address := "/" + filepath.ToSlash(name); {
		case strings.HasPrefix(name, filepath.Join("assets", "reading.")):
			b.env[corpus.Hugo] = append(b.env[corpus.Hugo], "HUGO_PARAMS_STYLE="+address)
		case strings.HasPrefix(name, filepath.Join("assets", "images", "icon.")):
			b.env[corpus.Hugo] = append(b.env[corpus.Hugo], "HUGO_PARAMS_ICON="+address)
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		for _, room := range []string{b.rooms.memory, b.rooms.disk} {
			to := in(room, "source", string(corpus.Hugo), "static", name)
			if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
				return err
			}
			if err := os.WriteFile(to, data, 0o644); err != nil {
				return err
			}
		}
		return nil
	})
}

// siteOf returns where a program writes its site. What it keeps beside lies in the same folder.
func siteOf(room string, program corpus.For) string {
	return in(room, "site", string(program), "public")
}

// generated are the files besides pages that both programs write themselves.
var generated = map[string]bool{"sitemap.xml": true, "robots.txt": true, filepath.Join("search", "index.js"): true, ".signpost": true}

func isPage(name string) bool { return filepath.Ext(name) == ".html" }

// scenario builds with both in turns, the first of each pair changing. before is called before each build.
func (b *bench) scenario(ctx context.Context, name, room string, before func(program corpus.For, out string) error) (scenario, error) {
	s := scenario{name: name, costs: map[corpus.For][]cost{}}
	for turn := range b.turns {
		for i := range both {
			program := both[(i+turn)%len(both)]
			if err := before(program, in(room, "site", string(program))); err != nil {
				return s, err
			}
			c, _, err := b.measured(ctx, program, room)
			if err != nil {
				return s, err
			}
			s.costs[program] = append(s.costs[program], c)
			fmt.Fprintf(os.Stderr, "%d pages, %s, turn %d, %s: %.2f s, %.2f s CPU, %d MiB\n", b.pages, name, turn+1, program, c.wall.Seconds(), c.cpu.Seconds(), c.peak>>20)
		}
	}
	return s, nil
}

// measured builds in memory that is fresh, and lists the files of the site.
func (b *bench) measured(ctx context.Context, program corpus.For, room string) (c cost, files []string, err error) {
	if err := b.rooms.freshen(b.took[program]); err != nil {
		return c, nil, err
	}
	if c, err = b.build(ctx, program, room); err != nil {
		return c, nil, err
	}
	files, bytes, err := list(siteOf(room, program))
	b.took[program] = c.peak + bytes
	return c, files, err
}

func (b *bench) build(ctx context.Context, program corpus.For, room string) (cost, error) {
	source, out := in(room, "source", string(program)), siteOf(room, program)
	switch program {
	case corpus.Signpost:
		return measure(ctx, b.env[program], b.tools.path[program], "build", "--source", source, "--out", out)
	case corpus.Hugo:
		return measure(ctx, b.env[program], b.tools.path[program], "--quiet", "--minify", "--noBuildLock", "--source", source, "--destination", out, "--cacheDir", in(room, "hugo-cache"))
	}
	return cost{}, errors.New("no such program: " + string(program))
}
