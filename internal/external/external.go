// Package external asks the addresses outside the site that its pages link to whether they still answer.
package external

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"
	"sync"
	"time"

	"signpost/internal/content"
	"signpost/internal/problem"
	"signpost/internal/site"
)

// atOnce bounds how many addresses are asked at the same time, perHost how many of one host: we are guests there.
const (
	atOnce        = 16
	perHost       = 2
	patience      = 20 * time.Second
	maxDrainBytes = 64 << 10
)

// link is an address and the first place that names it.
type link struct {
	url   string
	at    problem.Place
	count int
}

// Check asks every outside address once and returns a warning for each that does not answer well. told is called after
// each answer with how many are done and how many there are. A page that refuses programs (401, 403, 405, 429) is not
// reported: a person may still read it.
func Check(ctx context.Context, s *site.Site, client *http.Client, told func(done, all int)) problem.List {
	links := collect(s)
	answers := make([]string, len(links))
	var wait sync.WaitGroup
	var mu sync.Mutex
	done := 0
	slots := make(chan struct{}, atOnce)
	hosts := map[string]chan struct{}{}
	for _, l := range links {
		if h := host(l.url); hosts[h] == nil {
			hosts[h] = make(chan struct{}, perHost)
		}
	}
	for i, l := range links {
		wait.Go(func() {
			own := hosts[host(l.url)]
			own <- struct{}{}
			slots <- struct{}{}
			answers[i] = ask(ctx, client, l.url)
			<-slots
			<-own
			mu.Lock()
			defer mu.Unlock()
			done++
			told(done, len(links))
		})
	}
	wait.Wait()
	var found problem.List
	for i, l := range links {
		if answers[i] != "" {
			p := problem.At(l.at, "the address %s does not answer: %s", l.url, answers[i]).
				With("open it in a browser; find the page's new address or take the link out").AsWarning()
			if l.count > 1 {
				p = p.With("%d places link to it", l.count)
			}
			found = append(found, p)
		}
	}
	return found.Sort()
}

func host(url string) string {
	_, rest, _ := strings.Cut(url, "://")
	name, _, _ := strings.Cut(rest, "/")
	return name
}

// collect returns every outside web address once, sorted, fragments left off.
func collect(s *site.Site) []link {
	byURL := map[string]*link{}
	add := func(url string, at problem.Place) {
		url, _, _ = strings.Cut(url, "#")
		if !strings.HasPrefix(url, "http") {
			return
		}
		if known := byURL[url]; known != nil {
			known.count++
			return
		}
		byURL[url] = &link{url, at, 1}
	}
	for _, p := range s.Pages {
		for l := range p.Links() {
			if where, to, _ := p.Follow(l.Dest); where == content.Outside {
				add(to, l.Place)
			}
		}
		for _, source := range p.Sources {
			add(source.URL, p.Start)
		}
		if own, ok := p.Own.(*content.Specialty); ok {
			for _, l := range own.Live {
				add(l.URL, p.Start)
			}
			for _, c := range own.College {
				add(c.URL, p.Start)
			}
		}
	}
	links := make([]link, 0, len(byURL))
	for _, l := range byURL {
		links = append(links, *l)
	}
	slices.SortFunc(links, func(a, b link) int { return strings.Compare(a.url, b.url) })
	return links
}

// ask returns "" for a good answer, or what was wrong.
func ask(ctx context.Context, client *http.Client, url string) string {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return err.Error()
	}
	request.Header.Set("User-Agent", "signpost link check")
	answer, err := client.Do(request)
	if err != nil {
		return err.Error()
	}
	defer answer.Body.Close()
	_, _ = io.CopyN(io.Discard, answer.Body, maxDrainBytes)
	switch answer.StatusCode {
	case http.StatusUnauthorized, http.StatusForbidden, http.StatusMethodNotAllowed, http.StatusTooManyRequests:
		return ""
	}
	if answer.StatusCode >= http.StatusBadRequest {
		return fmt.Sprintf("%d %s", answer.StatusCode, http.StatusText(answer.StatusCode))
	}
	return ""
}
