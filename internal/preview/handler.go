package preview

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"net/http"
	"strconv"
	"strings"
	"time"

	"signpost/internal/build"
)

// own is the prefix of the preview's own addresses. No page can have it: names of pages hold no underscore.
const own = "/_preview/"

//go:embed browser
var browser embed.FS

var brokenPage = template.Must(template.ParseFS(browser, "browser/broken.html"))

// handler answers requests from the newest state of the board.
type handler struct {
	guard guard
	board *board
	hold  time.Duration // how long a request for news waits
}

func (h *handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	for _, header := range h.headers(r.URL.Path) {
		w.Header().Set(header.Name, header.Value)
	}
	w.Header().Set("Cache-Control", "no-store")
	if why := h.guard.refuse(r); why != "" {
		send(w, r, reply{status: http.StatusForbidden, name: "403.txt", body: []byte(why + "\n")})
		return
	}
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		send(w, r, reply{status: http.StatusMethodNotAllowed, name: "405.txt", body: []byte("The preview can only be read.\n")})
		return
	}
	s := h.first(r)
	if s == nil {
		return // the browser has gone, or the preview ends
	}
	if name, ok := strings.CutPrefix(r.URL.Path, own); ok {
		h.serveOwn(w, r, name)
		return
	}
	h.servePage(w, r, s)
}

// headers returns those the site is published with.
func (h *handler) headers(address string) []build.Header {
	if s, _ := h.board.read(); s != nil && s.last != nil {
		address = strings.TrimPrefix(address, s.last.base)
	}
	return build.HeadersFor(strings.TrimPrefix(address, "/"))
}

// first returns the newest state; before the first build is done, it waits for it.
func (h *handler) first(r *http.Request) *state {
	for {
		s, changed := h.board.read()
		if s != nil {
			return s
		}
		select {
		case <-changed:
		case <-r.Context().Done():
			return nil
		}
	}
}

func (h *handler) serveOwn(w http.ResponseWriter, r *http.Request, name string) {
	switch name {
	case "news.js":
		h.serveNews(w, r)
	case "preview.js", "preview.css":
		body, err := browser.ReadFile("browser/" + name)
		if err != nil {
			panic(err) // it is part of the program
		}
		send(w, r, reply{status: http.StatusOK, name: name, body: body})
	default:
		send(w, r, reply{status: http.StatusNotFound, name: "404.txt", body: []byte("There is nothing at this address.\n")})
	}
}

func (h *handler) servePage(w http.ResponseWriter, r *http.Request, s *state) {
	found, mistakes := s.find(r.URL.Path)
	if mistakes != nil {
		found.name, found.body = "broken.html", broken(mistakes, found.status == http.StatusServiceUnavailable)
	}
	if found.location != "" {
		if r.URL.RawQuery != "" {
			found.location += "?" + r.URL.RawQuery
		}
		w.Header().Set("Location", found.location)
	}
	if found.hash != "" && strings.HasSuffix(found.name, ".html") {
		found.body = inject(found.body, found.hash)
	}
	send(w, r, found)
}

// find looks up an address in the last good edition. Where there is nothing to show, it returns the mistakes to show
// instead, and a hash that changes with them.
func (s *state) find(address string) (reply, []mistake) {
	if s.last == nil {
		return reply{status: http.StatusServiceUnavailable, hash: s.token}, s.mistakes
	}
	found, err := s.last.find(address)
	if err != nil {
		return reply{status: http.StatusInternalServerError, hash: s.token}, []mistake{{Message: err.Error()}}
	}
	return found, nil
}

// broken prints the plain page that is shown where there is no good one.
func broken(mistakes []mistake, never bool) []byte {
	var b bytes.Buffer
	if err := brokenPage.Execute(&b, map[string]any{"Mistakes": mistakes, "Never": never}); err != nil {
		return []byte(err.Error())
	}
	return b.Bytes()
}

var endOfHead = []byte("</head>")

// inject adds the preview's style sheet and script to a page. The policy of the page stays what it is when published:
// both are files of the same origin, and neither is inline.
func inject(body []byte, hash string) []byte {
	tags := fmt.Appendf(nil, `<link rel="stylesheet" href="%[1]spreview.css"><script type="module" src="%[1]spreview.js" data-page="%[2]s"></script>`, own, hash)
	at := bytes.Index(body, endOfHead)
	if at < 0 {
		at = len(body)
	}
	out := make([]byte, 0, len(body)+len(tags))
	out = append(out, body[:at]...)
	out = append(out, tags...)
	return append(out, body[at:]...)
}

func send(w http.ResponseWriter, r *http.Request, a reply) {
	if a.location == "" {
		w.Header().Set("Content-Type", typeOf(a.name))
	}
	w.Header().Set("Content-Length", strconv.Itoa(len(a.body)))
	w.WriteHeader(a.status)
	if r.Method != http.MethodHead {
		_, _ = w.Write(a.body) // a browser that has gone needs no answer
	}
}
