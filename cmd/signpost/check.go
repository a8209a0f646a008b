package main

import (
	"fmt"
	"net/http"
	"text/tabwriter"

	"signpost/internal/external"
	"signpost/internal/prose"
	"signpost/internal/site"
)

type checkCommand struct {
	siteFlags
	JSON     bool `help:"Print the problems as JSON."`
	External bool `help:"Also ask every address outside the site whether it still answers. Needs the internet."`
}

// Run reads and checks the site, its language too, and writes nothing.
func (c *checkCommand) Run(p *program) error {
	b, err := c.builder(p)
	if err != nil {
		return err
	}
	b.Options.Prose = true
	result, found, err := b.Build(p.ctx)
	if err != nil {
		return err
	}
	if result != nil {
		found = append(found, prose.Check(result.Site)...)
		if c.External {
			found = append(found, external.Check(p.ctx, result.Site, http.DefaultClient, p.progress("addresses asked"))...)
		}
		found = found.Sort()
	}
	if c.JSON {
		if err := found.PrintJSON(p.out); err != nil {
			return err
		}
	} else if err := found.Print(p.errors); err != nil {
		return err
	}
	if n := found.Errors(); n > 0 {
		if !c.JSON {
			fmt.Fprintf(p.errors, "\n%s to mend\n", count(n, "problem"))
		}
		return errProblems
	}
	if c.JSON {
		return nil
	}
	if err := readingAges(p, result.Site); err != nil {
		return err
	}
	fmt.Fprintf(p.out, "%s checked: nothing to mend, %s\n", count(len(result.Site.Pages), "page"), count(len(found), "warning"))
	return nil
}

// readingAges prints how hard the pages of each kind are to read.
func readingAges(p *program, s *site.Site) error {
	w := tabwriter.NewWriter(p.out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "kind\tpages\treading age\tfrom\tto\thardest page")
	for _, sum := range prose.Summaries(s) {
		fmt.Fprintf(w, "%s\t%d\t%.1f\t%.1f\t%.1f\t%s\n", sum.Kind, sum.Pages, sum.Middle, sum.Lowest, sum.Highest, sum.Hardest.File)
	}
	return w.Flush()
}
