// Package preview shows the site to its authors while they write: it serves what build makes, from memory, to this
// computer only, builds again when a file changes, and lays a mistake over the page until it is mended. It alone
// listens on the network and alone uses the file watcher.
package preview

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log"
	"net/http"
	"time"

	"signpost/internal/build"
)

// DefaultPort is tried first when no port is asked for.
const DefaultPort = 1313

// Options says what is shown and where.
type Options struct {
	Dir      string        // the source folder, read and watched
	Embedded fs.FS         // the folders that came with the program, for what Dir does not bring
	Build    build.Options // an empty BaseURL becomes the preview's own address
	Port     int           // 0 is any free port
	Fixed    bool          // Port was asked for: when it is taken, say so and take no other
	Poll     bool          // look at the files again and again, for network drives, where no events come
	Today    func() time.Time
	Out      io.Writer            // what an author reads in the terminal
	Ready    func(address string) // called once, when there is something to see; may be nil
}

// preview is one running preview.
type preview struct {
	options Options
	address string
	folders folders
	builder build.Builder
	board   board
	again   <-chan time.Time // set after a machine's failure: when to try once more
	said    string           // the warnings the author has read already
}

// retryPause is how long the preview waits after a machine's failure, like a network drive that is gone for a moment;
// no event tells when it is over.
const retryPause = time.Second

// Serve builds the site, shows it and builds it again on every change, until ctx is done. Mistakes of authors are shown,
// in the browser and on Out; the error is a machine's failure to begin.
func Serve(ctx context.Context, o Options) error {
	listeners, err := listen(o.Port, o.Fixed)
	if err != nil {
		return err
	}
	defer listeners.close()
	if o.Port != 0 && listeners.port != o.Port {
		fmt.Fprintf(o.Out, "port %d is taken, so the preview is at %d\n", o.Port, listeners.port)
	}
	p := newPreview(o, listeners.port)
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	server := &http.Server{
		Handler:           &handler{guard: newGuard(listeners.port), board: &p.board, hold: holdTime},
		BaseContext:       listeners.context(ctx), // ends requests that wait for news
		ReadHeaderTimeout: 10 * time.Second,
		ErrorLog:          log.New(o.Out, "", 0),
	}
	failed := listeners.serve(server)
	defer server.Close()
	err = p.run(ctx, failed)
	if ctx.Err() != nil {
		stop()
		ending, done := context.WithTimeout(context.WithoutCancel(ctx), time.Second)
		defer done()
		_ = server.Shutdown(ending) // what is still being sent after a second is cut off
		return nil
	}
	return err
}

func newPreview(o Options, port int) *preview {
	p := &preview{options: o, address: fmt.Sprintf("http://127.0.0.1:%d", port)}
	p.folders = folders{dir: o.Dir, embedded: o.Embedded}
	p.builder.Options = o.Build
	if o.Build.BaseURL == "" {
		p.builder.Options.BaseURL = p.address
	}
	p.board.open()
	return p
}

// run watches, builds for the first time, and then builds whenever something has changed.
func (p *preview) run(ctx context.Context, failed <-chan error) error {
	// Watching comes first, so that nothing saved during the first build is missed.
	changes := p.watch(ctx)
	if err := p.begin(ctx); err != nil {
		return err
	}
	for {
		select {
		case <-ctx.Done():
			return nil
		case err := <-failed:
			return fmt.Errorf("serve the preview: %w", err)
		case c := <-changes:
			p.rebuild(ctx, c)
		case <-p.again:
			p.rebuild(ctx, change{})
		}
	}
}

// begin builds for the first time. What fails now would fail again, so it ends the program; mistakes of authors do not.
func (p *preview) begin(ctx context.Context) error {
	start := time.Now()
	s, found, err := p.build(ctx)
	if err != nil {
		return err
	}
	if p.folders.bundled {
		fmt.Fprintf(p.options.Out, "no content/ in %s: showing the site that came with the program\n", p.options.Dir)
	}
	p.tell(found)
	base := p.address + "/"
	if s.last == nil {
		fmt.Fprintf(p.options.Out, "%s has nothing to show yet: %s to mend\n", base, count(found.Errors(), "problem"))
	} else {
		base = p.address + s.last.base + "/"
		fmt.Fprintf(p.options.Out, "%s %s in %d ms\n", base, count(len(s.last.result.Site.Pages), "page"), time.Since(start).Milliseconds())
	}
	fmt.Fprintln(p.options.Out, "only this computer can see it; press Ctrl-C to stop")
	p.board.post(s)
	if p.options.Ready != nil {
		p.options.Ready(base)
	}
	return nil
}

// count prints a number with its noun: "1 page", "2 pages".
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// stopped says whether an error only means that the preview is ending.
func stopped(ctx context.Context, err error) bool {
	return ctx.Err() != nil && errors.Is(err, ctx.Err())
}
