package content

import (
	"bytes"
	"fmt"
	"os"
	"runtime"
	"sync"
	"unsafe"
)

// heldBytes is how much of all bodies is held in memory. Longer sites keep the rest in a file until it is printed, so
// that memory does not grow with the words of a site.
const heldBytes = 4 << 20

// Body returns the page's text as HTML. Where it must be read back, it is read into room, if there is any, and is good for
// as long as nobody changes that.
func (p *Page) Body(room *bytes.Buffer) (string, error) {
	if p.body.from != nil {
		return p.body.from.body(p)
	}
	if p.body.in == nil || p.body.size == 0 {
		return p.body.text, nil
	}
	if room == nil {
		room = new(bytes.Buffer)
	}
	room.Reset()
	room.Grow(p.body.size)
	data := room.AvailableBuffer()[:p.body.size]
	if _, err := p.body.in.file.ReadAt(data, p.body.at); err != nil {
		return "", fmt.Errorf("read back the text of %s: %w", p.File, err)
	}
	return unsafe.String(unsafe.SliceData(data), len(data)), nil
}

// OnlyBody says whether a page differs from an earlier state of itself in nothing that other pages may show or link to:
// its front matter and its headings are the same.
func (p *Page) OnlyBody(before *Page) bool {
	return p.File == before.File && !p.Unread && !before.Unread && p.Form == nil && p.Card == before.Card
}

// body is a page's text, or the place where it is kept, or from where it can be printed again.
type body struct {
	text string
	from *source
	in   *bodies
	at   int64
	size int
}

// bodies keeps the texts of a site.
type bodies struct {
	mu   sync.Mutex
	held int
	file *os.File
	end  int64
}

// keep takes a text. It is called from several goroutines at once. Where there is no room for a file, everything is
// held in memory; so it is without bodies.
func (b *bodies) keep(html []byte) body {
	if b == nil {
		return body{text: string(html)}
	}
	b.mu.Lock()
	if b.held+len(html) <= heldBytes || !b.open() {
		b.held += len(html)
		b.mu.Unlock()
		return body{text: string(html)}
	}
	at := b.end
	b.end += int64(len(html))
	b.mu.Unlock()
	if _, err := b.file.WriteAt(html, at); err != nil {
		return body{text: string(html)}
	}
	return body{in: b, at: at, size: len(html)}
}

// open makes the file, once. It has no name where the system can do without one; elsewhere it goes with the bodies.
func (b *bodies) open() bool {
	if b.file != nil {
		return true
	}
	f, err := os.CreateTemp("", "signpost-*")
	if err != nil {
		b.held = -1 << 40 // ask no more
		return false
	}
	if os.Remove(f.Name()) != nil {
		runtime.AddCleanup(b, func(f *os.File) {
			_ = f.Close()
			_ = os.Remove(f.Name())
		}, f)
	}
	b.file = f
	return true
}
