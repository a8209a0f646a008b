package preview

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"signpost"
	"signpost/internal/build"
)

// newHandler builds the small site once and returns what answers for it.
func newHandler(t *testing.T, base string) (*handler, *build.Result) {
	t.Helper()
	content := fstest.MapFS{}
	for name, text := range smallSite {
		content[name] = &fstest.MapFile{Data: []byte(text)}
	}
	source, _, err := build.Open(t.TempDir(), signpost.Embedded)
	if err != nil {
		t.Fatal(err)
	}
	source.Content = content
	b := build.Builder{Source: source, Options: build.Options{Now: time.Now(), BaseURL: base}}
	result, found, err := b.Build(t.Context())
	if err != nil || result == nil {
		t.Fatal(err, found)
	}
	e, err := newEdition(t.Context(), result)
	if err != nil {
		t.Fatal(err)
	}
	h := &handler{guard: newGuard(1313), board: new(board), hold: time.Minute}
	h.board.open()
	s := h.board.next()
	s.last = e
	h.board.post(s)
	return h, result
}

func ask(h http.Handler, method, target string, headers map[string]string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, "http://127.0.0.1:1313"+target, nil)
	for name, value := range headers {
		if name == "Host" {
			r.Host = value
		}
		r.Header.Set(name, value)
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

// TestServesWhatBuildMakes compares every file with what is published, but for the two tags in the head.
func TestServesWhatBuildMakes(t *testing.T) {
	h, result := newHandler(t, "")
	var mu sync.Mutex
	published := map[string]string{}
	err := result.Render(context.Background(), func(name string, data []byte) error {
		mu.Lock()
		defer mu.Unlock()
		published[name] = string(data)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range published {
		w := ask(h, "GET", "/"+name, nil)
		got := w.Body.String()
		if hostsOwn[name] {
			if w.Code != http.StatusNotFound {
				t.Errorf("%s is shown", name)
			}
			continue
		}
		if before, after, ok := strings.Cut(got, `<link rel="stylesheet" href="/_preview/preview.css"><script type="module" src="/_preview/preview.js" data-page="`); ok {
			_, after, _ = strings.Cut(after, `"></script>`)
			got = before + after
		} else if strings.HasSuffix(name, ".html") {
			t.Errorf("%s does not reload", name)
		}
		if w.Code != http.StatusOK || got != want {
			t.Errorf("%s is not what is published: %d", name, w.Code)
		}
		if w.Header().Get("Content-Type") == "application/octet-stream" {
			t.Errorf("%s has no type", name)
		}
	}
}

// TestHeaders looks for the published headers on every kind of answer.
func TestHeaders(t *testing.T) {
	h, _ := newHandler(t, "")
	for _, target := range []string{"/", "/nothing/", "/support", "/_preview/preview.js", "/_preview/news.js", "/_preview/", "/sitemap.xml"} {
		w := ask(h, "GET", target, nil)
		for _, header := range build.Headers {
			if got := w.Header().Values(header.Name); len(got) != 1 || got[0] != header.Value {
				t.Errorf("%s: %s is %q", target, header.Name, got)
			}
		}
		if got := w.Header().Get("Cache-Control"); got != "no-store" {
			t.Errorf("%s: Cache-Control is %q", target, got)
		}
	}
}

func TestAddresses(t *testing.T) {
	h, _ := newHandler(t, "")
	under, _ := newHandler(t, "https://career.example/preview")
	tests := []struct {
		handler        *handler
		target         string
		status         int
		kind, location string
	}{
		{h, "/", 200, "text/html; charset=utf-8", ""},
		{h, "/support/", 200, "text/html; charset=utf-8", ""},
		{h, "/support?x=1", 302, "", "/support/?x=1"},
		{h, "/support/map.svg", 200, "image/svg+xml", ""},
		{h, "/old-levels", 302, "", "/support/levels/"},
		{h, "/old-levels/", 302, "", "/support/levels/"},
		{h, "/robots.txt", 200, "text/plain; charset=utf-8", ""},
		{h, "/sitemap.xml", 200, "application/xml", ""},
		{h, "/_headers", 404, "text/html; charset=utf-8", ""},
		{h, "/assets/", 404, "text/html; charset=utf-8", ""},
		{h, "/assets", 404, "text/html; charset=utf-8", ""},
		{h, "//support/", 404, "text/html; charset=utf-8", ""},
		{h, "/../go.mod", 404, "text/html; charset=utf-8", ""},
		{h, "/support/..%2f..%2fgo.mod", 404, "text/html; charset=utf-8", ""},
		{h, "/support/..%5c..%5cgo.mod", 404, "text/html; charset=utf-8", ""},
		{h, "/_preview/broken.html", 404, "text/plain; charset=utf-8", ""},
		{h, "/_preview/../handler.go", 404, "text/plain; charset=utf-8", ""},
		{under, "/", 302, "", "/preview/"},
		{under, "/preview/", 200, "text/html; charset=utf-8", ""},
		{under, "/preview/support", 302, "", "/preview/support/"},
		{under, "/preview/old-levels", 302, "", "/preview/support/levels/"},
		{under, "/support/", 404, "text/html; charset=utf-8", ""},
	}
	for _, tt := range tests {
		w := ask(tt.handler, "GET", tt.target, nil)
		if w.Code != tt.status || w.Header().Get("Content-Type") != tt.kind || w.Header().Get("Location") != tt.location {
			t.Errorf("%s: %d %q %q", tt.target, w.Code, w.Header().Get("Content-Type"), w.Header().Get("Location"))
		}
	}
}

func TestGuard(t *testing.T) {
	h, _ := newHandler(t, "")
	const byName, byOrigin = "The preview answers only to 127.0.0.1 and localhost.\n", "The preview answers only to its own pages.\n"
	tests := []struct {
		name, method string
		headers      map[string]string
		status       int
		says         string
	}{
		{"plain", "GET", nil, 200, ""},
		{"localhost", "GET", map[string]string{"Host": "localhost:1313"}, 200, ""},
		{"IPv6", "GET", map[string]string{"Host": "[::1]:1313"}, 200, ""},
		{"own origin", "GET", map[string]string{"Origin": "http://127.0.0.1:1313"}, 200, ""},
		{"link from elsewhere", "GET", map[string]string{"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}, 200, ""},
		{"rebinding", "GET", map[string]string{"Host": "evil.example:1313"}, 403, byName},
		{"begins like ours", "GET", map[string]string{"Host": "127.0.0.1.evil.example:1313"}, 403, byName},
		{"another port", "GET", map[string]string{"Host": "localhost:80"}, 403, byName},
		{"no port", "GET", map[string]string{"Host": "localhost"}, 403, byName},
		{"no host", "GET", map[string]string{"Host": ""}, 403, byName},
		{"foreign origin", "GET", map[string]string{"Origin": "https://evil.example"}, 403, byOrigin},
		{"origin null", "GET", map[string]string{"Origin": "null"}, 403, byOrigin},
		{"origin of another port", "GET", map[string]string{"Origin": "http://127.0.0.1:8080"}, 403, byOrigin},
		{"origin with https", "GET", map[string]string{"Origin": "https://127.0.0.1:1313"}, 403, byOrigin},
		{"script of another site", "GET", map[string]string{"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "script"}, 403, byOrigin},
		{"frame of another site", "GET", map[string]string{"Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "iframe"}, 403, byOrigin},
		{"writing", "POST", nil, 405, "The preview can only be read.\n"},
		{"deleting", "DELETE", nil, 405, "The preview can only be read.\n"},
		{"asking for options", "OPTIONS", nil, 405, "The preview can only be read.\n"},
	}
	for _, tt := range tests {
		for _, target := range []string{"/", "/_preview/news.js"} {
			w := ask(h, tt.method, target, tt.headers)
			if w.Code != tt.status || tt.says != "" && w.Body.String() != tt.says {
				t.Errorf("%s %s: %d %q", tt.name, target, w.Code, w.Body)
			}
		}
	}
	if w := ask(h, "HEAD", "/", nil); w.Code != 200 || w.Body.Len() != 0 || w.Header().Get("Content-Length") == "0" {
		t.Errorf("HEAD: %d, %d bytes, %v", w.Code, w.Body.Len(), w.Header())
	}
}

// TestCrowd sends the one away that has waited longest, so that a browser has connections left to load pages with.
func TestCrowd(t *testing.T) {
	var b board
	b.open()
	var places []<-chan struct{}
	var leaves []func()
	for range maxWaiting {
		place, leave := b.queue()
		places, leaves = append(places, place), append(leaves, leave)
	}
	leaves[1]()
	b.queue()
	for i, place := range places {
		select {
		case <-place:
			t.Errorf("%d was sent away", i)
		default:
		}
	}
	b.queue()
	<-places[0]
	leaves[0]() // finds nothing to leave
	if len(b.waiting) != maxWaiting {
		t.Errorf("%d wait", len(b.waiting))
	}
}
