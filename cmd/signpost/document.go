package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

type documentCommand struct {
	siteFlags
	Out string `help:"Folder to write the book into." default:"document" type:"path" placeholder:"DIR"`
}

// Run writes the site's pages as one book: as a page, as EPUB and, where there is Chromium, as PDF.
func (c *documentCommand) Run(p *program) error {
	b, err := c.builder(p)
	if err != nil {
		return err
	}
	result, found, err := b.Build(p.ctx)
	if err != nil {
		return err
	}
	if err := p.report(found); err != nil {
		return err
	}
	names, err := result.WriteDocument(c.Out)
	if err != nil {
		return err
	}
	if len(names) == 0 {
		return errors.New("this site has no page support/careers-exploration-document, so it has no book")
	}
	for _, name := range names {
		if filepath.Ext(name) == ".html" {
			pdf, err := c.printPDF(p, name)
			if err != nil {
				return err
			}
			names = append(names, pdf...)
		}
	}
	for _, name := range names {
		info, err := os.Stat(name)
		if err != nil {
			return fmt.Errorf("look at the book: %w", err)
		}
		fmt.Fprintf(p.out, "%s, %.1f MB\n", display(name), float64(info.Size())/1e6)
	}
	return nil
}

// browsers are the names under which Chromium is installed.
var browsers = []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge"}

// patience is how long a browser may take; two hundred pages take some seconds.
const patience = 5 * time.Minute

// printPDF lets a browser print the page as a tagged PDF with an outline. Without a browser there is no PDF, which is no
// failure: the page itself can be printed anywhere.
func (c *documentCommand) printPDF(p *program, page string) ([]string, error) {
	browser := os.Getenv("CHROMIUM")
	for _, name := range browsers {
		if found, err := exec.LookPath(name); browser == "" && err == nil {
			browser = found
		}
	}
	if browser == "" {
		fmt.Fprintln(p.errors, "no Chromium here, so no PDF; open the page in any browser and print it")
		return nil, nil
	}
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	pdf := strings.TrimSuffix(page, ".html") + ".pdf"
	profile, err := os.MkdirTemp("", "signpost-pdf-")
	if err != nil {
		return nil, fmt.Errorf("make a folder for the browser: %w", err)
	}
	defer os.RemoveAll(profile)
	// The page is our own and loads nothing, so a browser that cannot have its sandbox (in a container) may go without.
	out, err := exec.CommandContext(ctx, browser, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
		"--disable-background-networking", "--disable-component-update", "--disable-sync", "--user-data-dir="+profile,
		"--generate-pdf-document-outline", "--export-tagged-pdf", "--no-pdf-header-footer", "--print-to-pdf="+pdf,
		"file://"+filepath.ToSlash(page)).CombinedOutput()
	if _, missing := os.Stat(pdf); err != nil || missing != nil {
		return nil, fmt.Errorf("print the book with %s: %w\n%s", browser, errors.Join(err, missing), out)
	}
	return []string{pdf}, nil
}
