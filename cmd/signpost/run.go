package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/alecthomas/kong"

	"signpost/internal/problem"
)

// Exit codes: all is well, the author has something to mend, the machine failed.
const (
	exitFine     = 0
	exitProblems = 1
	exitFailure  = 2
)

// errProblems says that Problems were printed and nothing was published.
var errProblems = errors.New("there are problems to mend")

// cli is the command line; each subcommand stands in a file of its own.
type cli struct {
	Build    buildCommand    `cmd:"" help:"Build the site into a folder."`
	Check    checkCommand    `cmd:"" help:"Look for mistakes and write nothing."`
	Serve    serveCommand    `cmd:"" help:"Show the site on this computer and reload it as you write."`
	New      newCommand      `cmd:"" help:"Write a new page, as a draft."`
	Document documentCommand `cmd:"" help:"Write the pages as one book: a page, EPUB and, with Chromium, PDF."`
	Version  versionCommand  `cmd:"" help:"Print the version."`
}

// program is what every subcommand is handed.
type program struct {
	ctx         context.Context
	out, errors io.Writer
	now         time.Time
}

// run parses the arguments, runs one subcommand and returns the exit code.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	var c cli
	exited := -1
	parser, err := kong.New(&c, kong.Name("signpost"), kong.Writers(stdout, stderr), kong.UsageOnError(),
		kong.Description("Markdown in, a calm, fast, private site out."),
		kong.Exit(func(code int) { exited = code }))
	if err != nil {
		fmt.Fprintln(stderr, "signpost:", err)
		return exitFailure
	}
	command, err := parser.Parse(args)
	if exited >= 0 {
		return exited // help was asked for and printed
	}
	if err != nil {
		fmt.Fprintf(stderr, "signpost: %v\nsignpost --help lists the commands\n", err)
		return exitFailure
	}
	err = command.Run(&program{ctx: ctx, out: stdout, errors: stderr, now: today()})
	switch {
	case err == nil:
		return exitFine
	case errors.Is(err, errProblems):
		return exitProblems
	}
	fmt.Fprintln(stderr, "signpost:", err)
	return exitFailure
}

// today is the day of the build at midnight UTC, so that two builds of one day give the same bytes.
func today() time.Time { return time.Now().UTC().Truncate(24 * time.Hour) }

// report prints Problems and says how many there are.
func (p *program) report(found problem.List) error {
	if err := found.Print(p.errors); err != nil {
		return err
	}
	n := found.Errors()
	if n == 0 {
		return nil
	}
	fmt.Fprintf(p.errors, "\n%s to mend; nothing was written.\n", count(n, "problem"))
	return errProblems
}

// progress returns a function that keeps a terminal told how far long work is; a pipe hears only the end.
func (p *program) progress(what string) func(done, all int) {
	f, ok := p.errors.(*os.File)
	terminal := false
	if ok {
		info, err := f.Stat()
		terminal = err == nil && info.Mode()&os.ModeCharDevice != 0
	}
	return func(done, all int) {
		switch {
		case terminal && done < all:
			fmt.Fprintf(p.errors, "\r%d of %d %s", done, all, what)
		case terminal:
			fmt.Fprintf(p.errors, "\r%d of %d %s\n", done, all, what)
		case done == all:
			fmt.Fprintf(p.errors, "%d %s\n", all, what)
		}
	}
}

// count prints a number with its noun: "1 page", "2 pages".
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
