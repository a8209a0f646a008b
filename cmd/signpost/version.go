package main

import (
	"fmt"
	"runtime/debug"
)

type versionCommand struct{}

// Run prints the program's version: the module's, or the commit it was built from.
func (versionCommand) Run(p *program) error {
	version := "unknown"
	if info, ok := debug.ReadBuildInfo(); ok {
		version = info.Main.Version
		for _, s := range info.Settings {
			if s.Key == "vcs.revision" {
				version += " " + s.Value
			}
		}
	}
	_, err := fmt.Fprintln(p.out, "signpost", version)
	return err
}
