package preview

import (
	"fmt"
	"sync"
	"time"
)

// state is what came of one build: what is shown, and what is wrong with the files as they are now.
type state struct {
	token    string   // another one for each build, also across restarts of the program
	last     *edition // the last good one; nil if there was none yet
	mistakes []mistake
}

// failed says whether the state shows this very failure of the machine.
func (s *state) failed(err error) bool {
	return len(s.mistakes) == 1 && s.mistakes[0].Place == "" && s.mistakes[0].Message == err.Error()
}

// meanwhile says what readers of the preview see while there are mistakes.
func (s *state) meanwhile() string {
	if s.last == nil {
		return "nothing can be shown yet"
	}
	return "the last good pages are still shown"
}

// board holds the newest state for all who wait for it.
type board struct {
	mu      sync.Mutex
	began   time.Time
	builds  int
	now     *state
	changed chan struct{}   // closed when now is replaced
	waiting []chan struct{} // requests that wait, oldest first
}

func (b *board) open() { b.began, b.changed = time.Now(), make(chan struct{}) }

// next returns a state for a new build that shows what the newest shows. It is for the builder alone.
func (b *board) next() *state {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.builds++
	s := &state{token: fmt.Sprintf("%x-%d", b.began.UnixNano(), b.builds)}
	if b.now != nil {
		s.last = b.now.last
	}
	return s
}

func (b *board) post(s *state) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.now = s
	close(b.changed)
	b.changed = make(chan struct{})
}

// read returns the newest state, nil before the first build, and a channel that is closed when there is a newer one.
func (b *board) read() (*state, <-chan struct{}) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.now, b.changed
}

// maxWaiting is how many requests may wait for news at once. Browsers open six connections to a host and no more, so
// with six pages open and waiting nothing could be loaded any more.
const maxWaiting = 4

// queue takes a place among those that wait. When there are too many, the one that has waited longest is sent away:
// its channel is closed.
func (b *board) queue() (sentAway <-chan struct{}, leave func()) {
	b.mu.Lock()
	defer b.mu.Unlock()
	place := make(chan struct{})
	b.waiting = append(b.waiting, place)
	if len(b.waiting) > maxWaiting {
		close(b.waiting[0])
		b.waiting = b.waiting[1:]
	}
	return place, func() {
		b.mu.Lock()
		defer b.mu.Unlock()
		for i, w := range b.waiting {
			if w == place {
				b.waiting = append(b.waiting[:i:i], b.waiting[i+1:]...)
				return
			}
		}
	}
}
