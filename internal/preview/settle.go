package preview

import (
	"context"
	"fmt"
	"slices"
	"time"
)

// quietTime is how long files must be left alone before the site is built, and pauseTime how long one file must that
// nothing else was saved with. Editors write a file twice or thrice, within a millisecond; a checkout of hundreds takes
// longer breaths.
const (
	quietTime = 15 * time.Millisecond
	pauseTime = 3 * time.Millisecond
)

// latestTime is when the site is built at the latest, however busy the files are.
const latestTime = 200 * time.Millisecond

// change is what has happened to the files since the last change. Without names, or with all, anything may have changed.
type change struct {
	names []string // as authors know them, in the order of events, each once
	all   bool     // more may have changed than names tells
}

// one says whether a single file has changed.
func (c change) one() bool { return len(c.names) == 1 && !c.all }

// describe says what changed, shortly. Files that are still there come first: editors write copies and delete them.
func (c change) describe(there func(name string) bool) string {
	shown := slices.Clone(c.names)
	slices.SortStableFunc(shown, func(a, b string) int {
		if there(a) == there(b) {
			return 0
		} else if there(a) {
			return -1
		}
		return 1
	})
	switch {
	case len(shown) == 0 && c.all:
		return "the folders changed"
	case len(shown) == 0:
		return "tried again"
	case len(shown) == 1:
		return shown[0]
	}
	return fmt.Sprintf("%s and %d more", shown[0], len(shown)-1)
}

// settle turns single events into changes: one for a burst, with every name in it. The name "" stands for anything.
// While the taker is busy, it goes on collecting.
func settle(ctx context.Context, events <-chan string, changes chan<- change) {
	var c change
	var first time.Time
	seen := map[string]bool{}
	var before change // the one before, and when it was taken
	var taken time.Time
	timer := time.NewTimer(time.Hour)
	timer.Stop()
	var out chan<- change // nil until it is quiet
	for {
		select {
		case <-ctx.Done():
			timer.Stop()
			return
		case name := <-events:
			if first.IsZero() {
				first = time.Now()
			}
			if name == "" {
				c.all = true
			} else if !seen[name] {
				seen[name] = true
				c.names = append(c.names, name)
			}
			out = nil
			quiet := quietTime
			if c.one() && (time.Since(taken) > latestTime || before.one() && before.names[0] == c.names[0]) {
				quiet = pauseTime
			}
			timer.Reset(min(quiet, max(0, latestTime-time.Since(first))))
		case <-timer.C:
			out = changes
		case out <- c:
			before, taken = c, time.Now()
			c, first, out = change{}, time.Time{}, nil
			clear(seen)
		}
	}
}
