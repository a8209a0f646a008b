package preview

import (
	"encoding/json"
	"net/http"
	"net/url"
	"time"
)

// holdTime is how long a request for news waits for a build before it is told that there is none.
const holdTime = 25 * time.Second

// crowdPause is how long a page waits that was sent away because too many were waiting.
const crowdPause = time.Second

// news is what a page is told about the newest build.
type news struct {
	Build    string    `json:"build"`
	Page     string    `json:"page"` // checksum of what now stands at the page's address
	Mistakes []mistake `json:"mistakes"`
	Stale    bool      `json:"stale"` // there are pages to show, from before the mistakes
	PauseMS  int64     `json:"pauseMs"`
}

// serveNews answers once there is another build than the one the page knows. The answer is a module, not data: pages
// may connect to nothing (connect-src 'none'), but may import scripts of their own site.
func (h *handler) serveNews(w http.ResponseWriter, r *http.Request) {
	query := r.URL.Query()
	pause := h.wait(r, query.Get("since"))
	if r.Context().Err() != nil {
		return
	}
	s, _ := h.board.read()
	n := news{Build: s.token, Mistakes: s.mistakes, Stale: s.last != nil, PauseMS: pause.Milliseconds()}
	address, err := url.PathUnescape(query.Get("at"))
	if err != nil {
		address = "/"
	}
	found, mistakes := s.find(address)
	n.Page = found.hash
	if s.last != nil {
		n.Mistakes = append(n.Mistakes[:len(n.Mistakes):len(n.Mistakes)], mistakes...)
	}
	if n.Mistakes == nil {
		n.Mistakes = []mistake{}
	}
	text, err := json.Marshal(n) // escapes what could end a script
	if err != nil {
		send(w, r, reply{status: http.StatusInternalServerError, name: "500.txt", body: []byte(err.Error())})
		return
	}
	send(w, r, reply{status: http.StatusOK, name: "news.js", body: append(append([]byte("export default "), text...), ";\n"...)})
}

// wait returns when there is another build than since, when it has been long enough, or when too many wait; then it
// says how long to stay away.
func (h *handler) wait(r *http.Request, since string) (pause time.Duration) {
	s, changed := h.board.read()
	if s.token != since {
		return 0
	}
	sentAway, leave := h.board.queue()
	defer leave()
	timer := time.NewTimer(h.hold)
	defer timer.Stop()
	select {
	case <-changed:
	case <-timer.C:
	case <-r.Context().Done():
	case <-sentAway:
		return crowdPause
	}
	return 0
}
