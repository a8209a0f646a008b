package preview

import (
	"context"
	"fmt"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"
)

// TestSettle counts changes, on a clock of its own.
func TestSettle(t *testing.T) {
	tests := []struct {
		name   string
		events int
		pause  time.Duration
		want   []int // names in each change
	}{
		{"one save is one change", 1, 0, []int{1}},
		{"an editor that writes a copy first", 2, 2 * time.Millisecond, []int{2}},
		{"another file after a moment", 3, 5 * time.Millisecond, []int{1, 2}},
		{"a checkout of 500 files", 500, 100 * time.Microsecond, []int{500}},
		{"two saves", 2, 20 * time.Millisecond, []int{1, 1}},
		{"files that never rest are built every 200 ms", 50, 9 * time.Millisecond, []int{1, 23, 23, 3}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				ctx, cancel := context.WithCancel(t.Context())
				events, changes := make(chan string), make(chan change)
				go settle(ctx, events, changes)
				var got []int
				go func() {
					for c := range changes {
						got = append(got, len(c.names))
					}
				}()
				for i := range tt.events {
					events <- fmt.Sprint(i)
					time.Sleep(tt.pause)
				}
				time.Sleep(time.Second)
				synctest.Wait()
				cancel()
				synctest.Wait()
				close(changes)
				if d := cmp.Diff(tt.want, got); d != "" {
					t.Error(d)
				}
			})
		})
	}
}

// TestSettleWhileBusy collects what happens during a build into one change.
func TestSettleWhileBusy(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		events, changes := make(chan string), make(chan change)
		go settle(ctx, events, changes)
		for _, name := range []string{"a", "b", "", "a"} {
			events <- name
			time.Sleep(time.Second)
		}
		if c := <-changes; len(c.names) != 2 || !c.all {
			t.Errorf("%+v", c)
		}
	})
}

func TestDescribe(t *testing.T) {
	there := func(name string) bool { return name != "copy" }
	for want, c := range map[string]change{
		"tried again":         {},
		"the folders changed": {all: true},
		"a.md":                {names: []string{"a.md"}},
		"a.md and 1 more":     {names: []string{"copy", "a.md"}, all: true},
	} {
		if got := c.describe(there); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
