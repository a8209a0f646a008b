package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"signpost/internal/corpus"
)

// edits is how often each kind of edit is made while signpost serves a site.
const edits = 50

// patience is how long an edit is waited for.
const patience = 30 * time.Second

// saved is how long it took from saving a file to new bytes from the server, over many edits of one kind.
type saved struct {
	what  string
	times []time.Duration
}

// serveEdits measures edits while signpost serves: of a large site's page, and of pages, layout and style of the real one.
func serveEdits(ctx context.Context, t tools, r rooms, pages int, seed uint64) (all []saved, err error) {
	b := bench{seed: seed, pages: pages}
	large := in(r.disk, "served", "large")
	if err := corpus.Write(large, corpus.Signpost, seed, pages); err != nil {
		return nil, err
	}
	address := "/" + corpus.PathOf(0) + "/"
	measured, err := served(ctx, t, large, []edit{
		{fmt.Sprintf("text of a page, %d pages", pages), address, func(i int) error { return b.edit(large, "text", i) }, "Edit %d."},
		{fmt.Sprintf("title of a page, %d pages", pages), address, func(i int) error { return b.edit(large, "title", i) }, "edited %d"},
	})
	if err != nil {
		return nil, err
	}
	real := in(r.disk, "served", "real")
	for _, folder := range []string{"content", "layouts", "assets"} {
		if err := os.CopyFS(filepath.Join(real, folder), os.DirFS(folder)); err != nil {
			return nil, fmt.Errorf("copy %s: %w", folder, err)
		}
	}
	replacing := func(name, old, new string) (func(i int) error, error) {
		path := filepath.Join(real, filepath.FromSlash(name))
		text, err := os.ReadFile(path)
		if err == nil && !bytes.Contains(text, []byte(old)) {
			err = fmt.Errorf("there is no %q in %s", old, name)
		}
		return func(i int) error {
			return os.WriteFile(path, bytes.Replace(text, []byte(old), fmt.Appendf(nil, new, i), 1), 0o644)
		}, err
	}
	const page = "content/specialties/cardiology.md"
	var list []edit
	for _, e := range []struct{ what, file, old, new, shows string }{
		{"text of a page, the real site", page, "\n\n## ", "\n\nEdit %d.\n\n## ", "Edit %d."},
		{"title of a page, the real site", page, "\ntitle: ", "\ntitle: Edited %d ", "Edited %d "},
		{"a layout, the real site", "layouts/base.html", "<body>", "<body data-edit=\"%d\">", "data-edit=\"%d\""},
		{"a style, the real site", "assets/styles/site.css", "*/\n", "*/\nmain { min-height: %dpx }\n", ""},
	} {
		save, err := replacing(e.file, e.old, e.new)
		if err != nil {
			return nil, err
		}
		list = append(list, edit{e.what, "/specialties/cardiology/", save, e.shows})
	}
	more, err := served(ctx, t, real, list)
	return append(measured, more...), err
}

// edit saves a file for the i-th time; then the page at an address holds shows, or, where that is empty, just other bytes.
type edit struct {
	what, address string
	save          func(i int) error
	shows         string
}

func served(ctx context.Context, t tools, dir string, list []edit) (all []saved, err error) {
	ctx, stop := context.WithCancel(ctx)
	command := exec.CommandContext(ctx, t.path[corpus.Signpost], "serve", "--source", dir, "--port", "0")
	said, err := command.StdoutPipe()
	if err == nil {
		err = command.Start()
	}
	if err != nil {
		stop()
		return nil, fmt.Errorf("serve %s: %w", dir, err)
	}
	defer func() {
		stop()
		_ = command.Wait() // it was told to stop
	}()
	lines := bufio.NewScanner(said)
	host := ""
	for host == "" && lines.Scan() {
		if strings.HasPrefix(lines.Text(), "http://") {
			host, _, _ = strings.Cut(lines.Text(), "/ ")
		}
	}
	if host == "" {
		return nil, errors.New("signpost serve told no address")
	}
	go func() { _, _ = io.Copy(io.Discard, said) }()
	for _, e := range list {
		s := saved{what: e.what}
		for i := range edits {
			before, err := get(host + e.address)
			if err != nil {
				return all, err
			}
			if err := e.save(i + 1); err != nil {
				return all, err
			}
			start := time.Now()
			for {
				if time.Since(start) > patience {
					return all, fmt.Errorf("%s: edit %d does not show", e.what, i+1)
				}
				now, err := get(host + e.address)
				if err != nil {
					return all, err
				}
				if e.shows == "" && !bytes.Equal(now, before) || e.shows != "" && bytes.Contains(now, fmt.Appendf(nil, e.shows, i+1)) {
					break
				}
			}
			s.times = append(s.times, time.Since(start))
		}
		slices.Sort(s.times)
		fmt.Fprintf(os.Stderr, "%s: median %v, p95 %v\n", s.what, s.at(0.5), s.at(0.95))
		all = append(all, s)
	}
	return all, nil
}

func (s saved) at(share float64) time.Duration {
	return s.times[min(len(s.times)-1, int(share*float64(len(s.times))))]
}

func get(address string) ([]byte, error) {
	response, err := http.Get(address)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	return io.ReadAll(response.Body)
}
