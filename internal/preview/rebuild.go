package preview

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"

	"signpost/internal/problem"
)

// build builds the site from the folders as they are now. The state it returns keeps the last good edition when there
// are mistakes.
func (p *preview) build(ctx context.Context) (*state, problem.List, error) {
	source, err := p.folders.open()
	if err != nil {
		return nil, nil, err
	}
	p.builder.Source = source
	if p.options.Today != nil {
		p.builder.Options.Now = p.options.Today() // a preview may run for days
	}
	result, found, err := p.builder.Build(ctx)
	if err != nil {
		return nil, found, err
	}
	s := p.board.next()
	if result == nil {
		s.mistakes = describe(found, source)
		return s, found, nil
	}
	if s.last, err = s.last.with(ctx, result); err != nil {
		return nil, found, err
	}
	return s, found, nil
}

// rebuild builds after a change, shows what came of it, and tells the author in the terminal.
func (p *preview) rebuild(ctx context.Context, c change) {
	start := time.Now()
	if !c.all && len(c.names) > 0 {
		p.builder.Changed = c.names
	}
	s, found, err := p.build(ctx)
	if stopped(ctx, err) {
		return
	}
	p.again = nil
	if err != nil {
		p.again = time.After(retryPause)
		if now, _ := p.board.read(); now.failed(err) {
			return // said and shown already
		}
		s = p.board.next()
		s.mistakes = []mistake{{Message: err.Error(), Notes: []string{"the preview tries again by itself"}}}
	}
	p.board.post(s)
	took := time.Since(start).Milliseconds()
	fmt.Fprintf(p.options.Out, "%s %s", time.Now().Format(time.TimeOnly), c.describe(p.there))
	switch {
	case err != nil:
		fmt.Fprintf(p.options.Out, ": %v\n", err)
	case found.Errors() > 0:
		fmt.Fprintf(p.options.Out, ": %s to mend, %s\n", count(found.Errors(), "problem"), s.meanwhile())
	default:
		fmt.Fprintf(p.options.Out, ": %s in %d ms\n", count(len(s.last.result.Site.Pages), "page"), took)
	}
	p.tell(found)
}

// there says whether a file that authors know by name exists.
func (p *preview) there(name string) bool {
	_, err := os.Lstat(filepath.Join(p.options.Dir, filepath.FromSlash(name)))
	return err == nil
}

// tell prints every mistake, and warnings only when they are other ones than last time.
func (p *preview) tell(found problem.List) {
	warnings := slices.DeleteFunc(slices.Clone(found), func(f problem.Problem) bool { return f.Level == problem.Error })
	var said string
	for _, w := range warnings {
		said += w.String() + "\n"
	}
	for _, f := range found {
		if f.Level == problem.Error || said != p.said {
			fmt.Fprintln(p.options.Out, f)
		}
	}
	// Mistakes can hide warnings of later stages, so what was read is forgotten only when the site is whole.
	if found.Errors() == 0 {
		p.said = said
	}
}
