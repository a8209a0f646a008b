package preview

import (
	"net/http"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"signpost"
	"signpost/internal/build"
)

// TestWorker: what is made only after all pages is served, too, and only the worker may connect.
func TestWorker(t *testing.T) {
	content := fstest.MapFS{
		"search/index.md":        {Data: []byte("---\ntitle: Search\nsummary: Search.\nlisting: search\n---\n")},
		"about/offline/index.md": {Data: []byte("---\ntitle: Offline\nsummary: Offline.\nlisting: offline\n---\n")},
	}
	for name, text := range smallSite {
		content[name] = &fstest.MapFile{Data: []byte(text)}
	}
	source, _, err := build.Open(t.TempDir(), signpost.Embedded)
	if err != nil {
		t.Fatal(err)
	}
	source.Content = content
	for _, base := range []string{"", "https://career.example/preview"} {
		b := build.Builder{Source: source, Options: build.Options{Now: time.Now(), BaseURL: base}}
		result, found, err := b.Build(t.Context())
		if err != nil || result == nil {
			t.Fatal(err, found)
		}
		e, err := newEdition(t.Context(), result)
		if err != nil {
			t.Fatal(err)
		}
		h, _ := newHandler(t, base)
		s := h.board.next()
		s.last = e
		h.board.post(s)
		for name, begins := range map[string]string{
			build.Worker: "self.BUILD=", "offline/about.js": "export default", "offline/files.json": `{"build"`, "search/index.js": "export default",
		} {
			w := ask(h, "GET", result.Site.BasePath+"/"+name, nil)
			if body := w.Body.String(); w.Code != http.StatusOK || !strings.HasPrefix(body, begins) {
				t.Errorf("%s: %d %.40s", name, w.Code, body)
			}
			want := build.Policy
			if name == build.Worker {
				want = build.WorkerPolicy
			}
			if got := w.Header().Get("Content-Security-Policy"); got != want {
				t.Errorf("%s is sent with the policy %s", name, got)
			}
		}
	}
}
