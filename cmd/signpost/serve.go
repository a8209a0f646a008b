package main

import (
	"fmt"
	"os/exec"
	"runtime"

	"signpost"
	"signpost/internal/build"
	"signpost/internal/preview"
)

type serveCommand struct {
	siteFlags
	Port *int `help:"Port to listen on; without it 1313, or the next free one." placeholder:"N"`
	Open bool `help:"Open the preview in your browser."`
	Poll bool `help:"Look for changed files again and again: for network drives, which do not tell of them."`
}

// Run shows the site on this computer and keeps it up to date with its files, until it is interrupted.
func (c *serveCommand) Run(p *program) error {
	o := preview.Options{
		Dir: c.Source, Embedded: signpost.Embedded, Port: preview.DefaultPort, Poll: c.Poll, Today: today, Out: p.out,
		Build: build.Options{BaseURL: c.BaseURL, Drafts: c.Drafts, Future: c.Future, Now: p.now},
	}
	if c.Port != nil {
		o.Port, o.Fixed = *c.Port, true
	}
	if c.Open {
		o.Ready = func(address string) {
			if err := openBrowser(address); err != nil {
				fmt.Fprintf(p.errors, "no browser could be opened (%v): open the address yourself\n", err)
			}
		}
	}
	return preview.Serve(p.ctx, o)
}

// openBrowser opens an address in the browser that the system would take, and does not wait for it.
func openBrowser(address string) error {
	command := map[string][]string{
		"windows": {"rundll32", "url.dll,FileProtocolHandler"},
		"darwin":  {"open"},
	}[runtime.GOOS]
	if command == nil {
		command = []string{"xdg-open"}
	}
	opener := exec.Command(command[0], append(command[1:], address)...)
	if err := opener.Start(); err != nil {
		return err
	}
	go func() { _ = opener.Wait() }() // leaves no dead process behind
	return nil
}
