package build

import (
	"context"
	"encoding/json"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"signpost/internal/cache"
)

// publishedSite builds the real site and returns its files.
func publishedSite(t *testing.T, o Options) (*Result, map[string][]byte) {
	t.Helper()
	source, _, err := Open("../..", os.DirFS("../.."))
	if err != nil {
		t.Fatal(err)
	}
	o.Now = time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)
	b := Builder{Source: source, Options: o}
	result, found, err := b.Build(t.Context())
	if err != nil || result == nil {
		t.Fatal(err, found)
	}
	files := map[string][]byte{}
	var mu sync.Mutex
	err = result.Render(context.Background(), func(name string, data []byte) error {
		mu.Lock()
		defer mu.Unlock()
		files[name] = data
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return result, files
}

// TestOfflineList holds the list of files to keep against what was published.
func TestOfflineList(t *testing.T) {
	_, files := publishedSite(t, Options{})
	var list struct {
		Build string
		Files [][]any
	}
	if err := json.Unmarshal(files["offline/files.json"], &list); err != nil {
		t.Fatal(err)
	}
	total := 0
	for _, f := range list.Files {
		name := f[0].(string)
		if name == "" || strings.HasSuffix(name, "/") {
			name += "index.html"
		}
		data, ok := files[name]
		if !ok || len(data) != int(f[2].(float64)) {
			t.Errorf("%s is listed with %v bytes, published with %d", name, f[2], len(data))
		}
		total += len(data)
		delete(files, name)
	}
	if about := string(files["offline/about.js"]); !strings.Contains(about, list.Build) {
		t.Errorf("the page about offline reading is told of another build: %s", about)
	}
	if worker := string(files[Worker]); !strings.Contains(worker, list.Build) || !strings.Contains(worker, `importScripts("/assets/sw.`) {
		t.Errorf("the worker begins with %s", worker)
	}
	for _, left := range []string{"_headers", "_redirects", "robots.txt", "sitemap.xml", "offline/files.json", "offline/about.js", Worker} {
		delete(files, left)
	}
	for name := range files {
		t.Errorf("%s is published but not kept", name)
	}
}

// TestOfflineBuildName: the same bytes are the same build, one other byte is another.
func TestOfflineBuildName(t *testing.T) {
	name := func(data string) string {
		var s shelf
		for _, path := range []string{"b/index.html", "_headers", "index.html", "b/oindex.html"} {
			s.add(path, written{cache.SumOf([]byte(data)), len(data)})
		}
		files, err := s.files("/assets/sw.js")
		if err != nil {
			t.Fatal(err)
		}
		if want := `"files":[["","`; !strings.Contains(string(files[0].Data), want) {
			t.Errorf("want %s in %s", want, files[0].Data)
		}
		if strings.Contains(string(files[0].Data), "_headers") || !strings.Contains(string(files[0].Data), `"b/oindex.html"`) {
			t.Errorf("listed %s", files[0].Data)
		}
		return string(files[1].Data)
	}
	if once, again := name("x"), name("x"); once != again {
		t.Error("the same files have two names")
	}
	if name("x") == name("y") {
		t.Error("other files have the same name")
	}
}

// TestHeaders holds the rules for hosts against HeadersFor, which the preview asks.
func TestHeaders(t *testing.T) {
	for _, base := range []string{"", "https://career.example/part"} {
		result, files := publishedSite(t, Options{BaseURL: base})
		rules := map[string][]string{} // by path, in order
		path := ""
		for line := range strings.Lines(string(files["_headers"])) {
			if line = strings.TrimRight(line, "\n"); strings.HasPrefix(line, "  ") {
				rules[path] = append(rules[path], strings.TrimSpace(line))
			} else if path = line; rules[path] != nil {
				t.Errorf("two rules for %s", path)
			}
		}
		for name := range files {
			if strings.HasPrefix(name, "_") {
				continue
			}
			address := result.Site.BasePath + "/" + strings.TrimSuffix(name, "index.html")
			var policies []string
			for rule, headers := range rules {
				if star, ok := strings.CutSuffix(rule, "*"); ok && strings.HasPrefix(address, star) || rule == address {
					for _, h := range headers {
						if p, ok := strings.CutPrefix(h, "Content-Security-Policy: "); ok {
							policies = append(policies, p)
						}
					}
				}
			}
			if want := HeadersFor(name)[0].Value; len(policies) != 1 || policies[0] != want {
				t.Errorf("%s is sent with the policies %q, want one: %s", address, policies, want)
			}
		}
		if missing := string(files["404.html"]); !strings.Contains(missing, `http-equiv="Content-Security-Policy"`) || strings.Contains(missing, "frame-ancestors") {
			t.Error("the page for missing addresses does not carry the policy as a page can")
		}
	}
	for _, part := range []string{"connect-src 'none'", "form-action 'none'", "worker-src 'self'", "require-trusted-types-for 'script'"} {
		if !strings.Contains(Policy, part) {
			t.Errorf("the policy of pages lacks %s", part)
		}
	}
}
