package preview

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"signpost"
	"signpost/internal/build"
)

// smallSite is a site of a few pages; layouts and assets are those that came with the program.
var smallSite = map[string]string{
	"site.yaml": `service: Test
organisation: Test Deanery
unit: PSU
unit_full: Professional Support Unit
base_url: "https://career.example"
language: en-GB
words: {trainee: doctor, trainees: doctors, adviser: adviser, administrator: office}
review_every: 12
contacts:
  - {id: administrator, name: Office, role: Office, email: "office@career.example", phone: "", instead: "Ask your supervisor."}
navigation:
  - {title: Support, page: support}
footer:
  - {title: Support, page: support}
confidentiality: What you say stays here.
draft_notice: An editor's draft.
stale_notice: Past its review date.
`,
	"index.md":          page("Home", "[Support](/support/)"),
	"not-found.md":      page("Page not found", "Nothing here."),
	"support/index.md":  page("Support", "What we do."),
	"support/levels.md": "---\ntitle: Levels\nsummary: A page.\nreviewed: 2026-11-23\naliases: [/old-levels/]\n---\n\n## Level one\n\nFirst words. ![A map](/support/map.svg)\n",
	"support/map.svg":   "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
}

func page(title, body string) string {
	return "---\ntitle: " + title + "\nsummary: A page.\nreviewed: 2026-11-23\n---\n\n" + body + "\n"
}

// running is a preview as its users meet it: an address, a folder, and what is said in the terminal.
type running struct {
	*testing.T
	dir, address string
	out          *terminal
	stop         func() error
}

// terminal is what the preview has printed so far.
type terminal struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (o *terminal) Write(p []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.text.Write(p)
}

func (o *terminal) String() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.text.String()
}

// patience is when a test gives up; nothing waits that long when all is well.
const patience = 20 * time.Second

func start(t *testing.T, poll bool, changed map[string]string) *running {
	t.Helper()
	r := &running{T: t, dir: t.TempDir(), out: new(terminal)}
	for name, text := range smallSite {
		r.write(name, text)
	}
	for name, text := range changed {
		r.write(name, text)
	}
	ctx, cancel := context.WithCancel(t.Context())
	ready, ended := make(chan string, 1), make(chan error, 1)
	go func() {
		ended <- Serve(ctx, Options{
			Dir: r.dir, Embedded: signpost.Embedded, Poll: poll, Out: r.out, Build: build.Options{Now: time.Now()},
			Ready: func(address string) { ready <- address },
		})
	}()
	r.stop = sync.OnceValue(func() error { cancel(); return <-ended })
	t.Cleanup(func() { _ = r.stop() })
	select {
	case r.address = <-ready:
	case err := <-ended:
		t.Fatal(err)
	}
	if changed == nil && strings.Contains(r.out.String(), "to mend") {
		t.Fatalf("the small site is spoilt:\n%s", r.out)
	}
	return r
}

func (r *running) path(name string) string {
	return filepath.Join(r.dir, "content", filepath.FromSlash(name))
}

func (r *running) write(name, text string) {
	r.Helper()
	r.must(os.MkdirAll(filepath.Dir(r.path(name)), 0o755))
	r.must(os.WriteFile(r.path(name), []byte(text), 0o644))
}

func (r *running) must(err error) {
	r.Helper()
	if err != nil {
		r.Fatal(err)
	}
}

// get asks for an address and returns status and body.
func (r *running) get(path string) (int, string) {
	r.Helper()
	ctx, cancel := context.WithTimeout(r.Context(), patience)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, strings.TrimSuffix(r.address, "/")+path, nil)
	r.must(err)
	response, err := http.DefaultClient.Do(request)
	r.must(err)
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	r.must(err)
	return response.StatusCode, string(body)
}

// news returns what a page at an address is told once there is another build than since.
func (r *running) news(since, at string) news {
	r.Helper()
	_, body := r.get("/_preview/news.js?" + url.Values{"since": {since}, "at": {at}}.Encode())
	body, ok := strings.CutPrefix(strings.TrimSuffix(body, ";\n"), "export default ")
	if !ok {
		r.Fatalf("no module: %s", body)
	}
	var n news
	r.must(json.Unmarshal([]byte(body), &n))
	return n
}

// until waits, build by build, for one of which good says that it is the one.
func (r *running) until(at string, good func(news) bool) news {
	r.Helper()
	since := ""
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); {
		n := r.news(since, at)
		if good(n) {
			return n
		}
		since = n.Build
	}
	r.Fatalf("no such build; the terminal says:\n%s", r.out)
	return news{}
}

// whole waits until all is well and the page at an address has (or has not) these words.
func (r *running) whole(path string, status int, words string) {
	r.Helper()
	r.until(path, func(n news) bool {
		got, body := r.get(path)
		return len(n.Mistakes) == 0 && got == status && strings.Contains(body, words)
	})
}

// says waits until the terminal has these words: a build is shown before all is said of it.
func (r *running) says(words string) {
	r.Helper()
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); runtime.Gosched() {
		if strings.Contains(r.out.String(), words) {
			return
		}
	}
	r.Errorf("the terminal does not say %q but:\n%s", words, r.out)
}

// builds is how many builds there have been.
func (n news) builds(t *testing.T) int {
	t.Helper()
	_, number, _ := strings.Cut(n.Build, "-")
	count, err := strconv.Atoi(number)
	if err != nil {
		t.Fatal(err)
	}
	return count
}
