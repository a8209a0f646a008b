package preview

import (
	"fmt"
	"net/http"
	"strings"
)

// guard keeps other sites away from the preview: a page on the open web can make a browser ask 127.0.0.1, under a name
// of its own (DNS rebinding) or from a script, and could read drafts.
type guard struct{ hosts map[string]bool }

func newGuard(port int) guard {
	g := guard{map[string]bool{}}
	for _, name := range []string{"127.0.0.1", "localhost", "[::1]"} {
		g.hosts[fmt.Sprintf("%s:%d", name, port)] = true
		if port == 80 {
			g.hosts[name] = true
		}
	}
	return g
}

// refuse says in a sentence why a request is not answered, and "" if it is.
func (g guard) refuse(r *http.Request) string {
	if !g.hosts[strings.ToLower(r.Host)] {
		return "The preview answers only to 127.0.0.1 and localhost."
	}
	for _, origin := range r.Header.Values("Origin") {
		host, plain := strings.CutPrefix(strings.ToLower(origin), "http://")
		if !plain || !g.hosts[host] {
			return "The preview answers only to its own pages."
		}
	}
	// A link from elsewhere may lead here; a picture, script or frame of another site may not show what is here.
	switch r.Header.Get("Sec-Fetch-Site") {
	case "cross-site", "same-site":
		if r.Header.Get("Sec-Fetch-Mode") != "navigate" || r.Header.Get("Sec-Fetch-Dest") != "document" {
			return "The preview answers only to its own pages."
		}
	}
	return ""
}
