package main

import (
	"fmt"
	"path/filepath"
	"time"

	"signpost"
	"signpost/internal/build"
)

// siteFlags are shared by every subcommand that reads a site.
type siteFlags struct {
	Source  string `help:"Folder that holds content/, and layouts/ and assets/ if you bring your own." default:"." type:"path" placeholder:"DIR"`
	BaseURL string `help:"Address the site is published under, instead of the one in content/site.yaml." placeholder:"URL"`
	Drafts  bool   `help:"Publish drafts too."`
	Future  bool   `help:"Publish pages whose day has not come."`
}

// builder opens the source folder and says so when the built-in site is taken.
func (f siteFlags) builder(p *program) (*build.Builder, error) {
	source, bundled, err := build.Open(f.Source, signpost.Embedded)
	if err != nil {
		return nil, err
	}
	if bundled {
		fmt.Fprintf(p.errors, "no content/ in %s: taking the site that came with the program\n", f.Source)
	}
	return &build.Builder{Source: source, Options: build.Options{BaseURL: f.BaseURL, Drafts: f.Drafts, Future: f.Future, Now: p.now}}, nil
}

type buildCommand struct {
	siteFlags
	Out string `help:"Folder to write." default:"public" type:"path" placeholder:"DIR"`
}

// Run builds the site into the folder.
func (c *buildCommand) Run(p *program) error {
	start := time.Now()
	b, err := c.builder(p)
	if err != nil {
		return err
	}
	folder, err := build.OpenFolder(c.Out)
	if err != nil {
		return err
	}
	defer folder.Close()
	folder.Recall(b)
	result, found, err := b.Build(p.ctx)
	if err != nil {
		return err
	}
	if err := p.report(found); err != nil {
		return err
	}
	done, err := folder.Write(p.ctx, result)
	if err != nil {
		return err
	}
	fmt.Fprintf(p.out, "%s, %s, %.1f MB written to %s in %d ms\n", count(len(result.Site.Pages), "page"),
		count(done.Files, "file"), float64(done.Bytes)/1e6, display(c.Out), time.Since(start).Milliseconds())
	return nil
}

// display shortens a path for people: relative where it is below the working folder.
func display(path string) string {
	if rel, err := filepath.Rel(".", path); err == nil && filepath.IsLocal(rel) {
		return rel
	}
	if wd, err := filepath.Abs("."); err == nil {
		if rel, err := filepath.Rel(wd, path); err == nil && filepath.IsLocal(rel) {
			return rel
		}
	}
	return path
}
