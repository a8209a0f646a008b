package main

import (
	"fmt"
)

type checkCommand struct {
	siteFlags
	JSON bool `help:"Print the problems as JSON."`
}

// Run reads and checks the site and writes nothing.
func (c *checkCommand) Run(p *program) error {
	b, err := c.builder(p)
	if err != nil {
		return err
	}
	result, found, err := b.Build(p.ctx)
	if err != nil {
		return err
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
	if !c.JSON {
		fmt.Fprintf(p.out, "%s checked: nothing to mend\n", count(len(result.Site.Pages), "page"))
	}
	return nil
}
