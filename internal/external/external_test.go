package external

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"signpost/internal/content"
	"signpost/internal/markdown"
	"signpost/internal/problem"
	"signpost/internal/site"
)

func TestCheck(t *testing.T) {
	host := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/gone":
			w.WriteHeader(http.StatusNotFound)
		case "/shy":
			w.WriteHeader(http.StatusForbidden)
		}
	}))
	defer host.Close()
	at := problem.Place{File: "content/a.md", Line: 7, Column: 1}
	page := &content.Page{File: "content/a.md", Start: problem.Place{File: "content/a.md", Line: 2, Column: 1}}
	var links []markdown.Link
	for _, dest := range []string{host.URL + "/fine", host.URL + "/gone", host.URL + "/gone#part", host.URL + "/shy", "mailto:a@b.example", "/inside/"} {
		links = append(links, markdown.Link{Dest: dest, Place: at})
	}
	page.SetLinks(links)
	page.Sources = []content.Source{{Title: "S", URL: host.URL + "/fine"}}
	told := 0
	found := Check(context.Background(), &site.Site{Pages: []*site.Page{{Page: page}}}, host.Client(), func(done, all int) {
		if told++; done != told || all != 3 {
			t.Errorf("told %d of %d after %d answers", done, all, told)
		}
	})
	want := "content/a.md:7:1: warning: the address " + host.URL + "/gone does not answer: 404 Not Found"
	if len(found) != 1 || !strings.HasPrefix(found[0].String(), want) || !strings.Contains(found[0].String(), "2 places link to it") {
		t.Errorf("got %v", found)
	}
}
