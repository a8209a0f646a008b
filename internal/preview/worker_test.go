package preview

import (
	"net/http"
	"strings"
	"testing"

	"signpost/internal/build"
)

// TestWorker: what is made only after all pages is served, too, and only the worker may connect.
func TestWorker(t *testing.T) {
	for _, base := range []string{"", "https://career.example/preview"} {
		h, result := newHandler(t, base)
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
