package preview

import (
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"signpost"
)

// TestSpoilMend spoils a page, sees the mistake, mends it and sees the page.
func TestSpoilMend(t *testing.T) {
	r := start(t, false, nil)
	r.whole("/support/levels/", 200, "First words.")
	before := r.news("", "/support/levels/")
	r.write("support/levels.md", "---\ntitel: Levels\nsummary: A page.\nreviewed: 2026-11-23\n---\n\nOther words.\n")
	n := r.until("/support/levels/", func(n news) bool { return len(n.Mistakes) == 2 })
	want := mistake{
		Place: "content/support/levels.md:2:1", Message: `unknown field "titel" in kind "page"`,
		Line: 2, Marked: "titel", After: ": Levels",
	}
	got := n.Mistakes[1]
	if len(got.Notes) != 2 || got.Notes[1] != `did you mean "title"?` {
		t.Errorf("notes %q", got.Notes)
	}
	got.Notes = nil
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	if !n.Stale || n.Page != before.Page {
		t.Errorf("the last good page should stand: %+v, before %+v", n, before)
	}
	if _, body := r.get("/support/levels/"); !strings.Contains(body, "First words.") {
		t.Error("the last good page is gone")
	}
	r.says(`content/support/levels.md:2:1: unknown field "titel"`)
	r.says("2 problems to mend, the last good pages are still shown")
	r.write("support/levels.md", page("Levels", "Other words."))
	r.whole("/support/levels/", 200, "Other words.")
	if after := r.news("", "/support/levels/"); after.Page == before.Page {
		t.Error("the page's checksum has not changed")
	}
}

// TestBrokenFromTheStart begins with a site that cannot be shown.
func TestBrokenFromTheStart(t *testing.T) {
	r := start(t, false, map[string]string{"index.md": "# no front matter & <no> title"})
	status, body := r.get("/support/")
	if status != http.StatusServiceUnavailable || !strings.Contains(body, "content/index.md:1:1") ||
		!strings.Contains(body, "&lt;no&gt;") || !strings.Contains(body, "/_preview/preview.js") {
		t.Errorf("%d %s", status, body)
	}
	n := r.news("", "/support/")
	if n.Stale || !strings.Contains(body, `data-page="`+n.Page+`"`) {
		t.Errorf("the page would be loaded again and again: %+v", n)
	}
	r.says("has nothing to show yet: 1 problem to mend")
	r.write("index.md", smallSite["index.md"])
	r.whole("/support/", 200, "What we do.")
}

// TestFilesComeAndGo makes, moves and deletes pages and folders, heard of by events and by looking.
func TestFilesComeAndGo(t *testing.T) {
	for _, poll := range []bool{false, true} {
		t.Run(fmt.Sprintf("poll=%t", poll), func(t *testing.T) {
			t.Parallel()
			r := start(t, poll, nil)
			r.write("staying/deep/new.md", page("New", "Born."))
			r.write("staying/index.md", page("Staying", "Stay."))
			r.write("staying/deep/index.md", page("Deep", "Deep."))
			r.whole("/staying/deep/new/", 200, "Born.")
			r.write("staying/deep/new.md", page("New", "Grown."))
			r.whole("/staying/deep/new/", 200, "Grown.")
			r.must(os.Rename(r.path("staying/deep/new.md"), r.path("staying/deep/renamed.md")))
			r.whole("/staying/deep/new/", 404, "Page not found")
			r.whole("/staying/deep/renamed/", 200, "Grown.")
			r.must(os.Rename(r.path("staying"), r.path("leaving")))
			r.whole("/leaving/deep/renamed/", 200, "Grown.")
			r.write("leaving/deep/renamed.md", page("New", "In a folder with another name."))
			r.whole("/leaving/deep/renamed/", 200, "In a folder with another name.")
			r.must(os.RemoveAll(r.path("leaving")))
			r.whole("/leaving/", 404, "Page not found")
		})
	}
}

// TestContentGoneAndBack takes the watched folder away and puts another in its place.
func TestContentGoneAndBack(t *testing.T) {
	for _, poll := range []bool{false, true} {
		t.Run(fmt.Sprintf("poll=%t", poll), func(t *testing.T) {
			t.Parallel()
			r := start(t, poll, nil)
			r.must(os.Rename(r.path(""), r.dir+"/aside"))
			n := r.until("/", func(n news) bool { return len(n.Mistakes) > 0 })
			if want := "the folder content/ is gone from " + r.dir; n.Mistakes[0].Message != want {
				t.Errorf("%q, want %q", n.Mistakes[0].Message, want)
			}
			for name, text := range smallSite {
				r.write(name, text)
			}
			r.whole("/support/levels/", 200, "First words.")
			r.write("support/levels.md", page("Levels", "In the new folder."))
			r.whole("/support/levels/", 200, "In the new folder.")
		})
	}
}

// TestOwnLayoutsAndStyles shows that the other two folders are watched, also when they come later.
func TestOwnLayoutsAndStyles(t *testing.T) {
	r := start(t, false, nil)
	before := r.news("", "/")
	text, err := signpost.Embedded.ReadFile("layouts/base.html")
	r.must(err)
	r.must(os.MkdirAll(r.dir+"/layouts", 0o755))
	r.must(os.WriteFile(r.dir+"/layouts/base.html", []byte(strings.Replace(string(text), "</body>", "<p>own layout</p></body>", 1)), 0o644))
	r.whole("/", 200, "own layout")
	r.must(os.MkdirAll(r.dir+"/assets/styles", 0o755))
	r.must(os.WriteFile(r.dir+"/assets/styles/site.css", []byte("main { color: red }"), 0o644))
	r.until("/", func(n news) bool { return n.Page != before.Page && len(n.Mistakes) == 0 })
	r.must(os.WriteFile(r.dir+"/assets/styles/site.css", []byte("main { color: red; {{"), 0o644))
	n := r.until("/", func(n news) bool { return len(n.Mistakes) > 0 })
	if !strings.HasPrefix(n.Mistakes[0].Place, "assets/styles/site.css:1:") {
		t.Errorf("%+v", n.Mistakes)
	}
}

// TestOnlyWhatChanged shows that an edit elsewhere does not reload a page, and that a picture on it does.
func TestOnlyWhatChanged(t *testing.T) {
	r := start(t, false, nil)
	levels, support := r.news("", "/support/levels/"), r.news("", "/support/")
	r.write("support/index.md", page("Support", "What we do now."))
	n := r.until("/support/", func(n news) bool { return n.Page != support.Page })
	if now := r.news("", "/support/levels/"); now.Page != levels.Page {
		t.Error("an edit elsewhere changed a page")
	}
	r.write("support/map.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><g/></svg>")
	r.until("/support/levels/", func(n news) bool { return n.Page != levels.Page })
	if now := r.news("", "/support/"); now.Page != n.Page {
		t.Error("a picture changed a page it is not on")
	}
}

// TestBurst counts builds: many files written in one go are not a build each.
func TestBurst(t *testing.T) {
	r := start(t, false, nil)
	before := r.news("", "/").builds(t)
	began := time.Now()
	for i := range 500 {
		r.write(fmt.Sprintf("support/p%d.md", i), page(fmt.Sprintf("Page %d", i), "Many."))
	}
	r.whole("/support/p499/", 200, "Many.")
	most := 3 + int(time.Since(began)/latestTime)
	if got := r.news("", "/").builds(t) - before; got > most {
		t.Errorf("%d builds, at most %d", got, most)
	}
}

// TestSwapFiles writes what editors write beside a page; the page that is written last is in the first build.
func TestSwapFiles(t *testing.T) {
	r := start(t, false, nil)
	before := r.news("", "/").builds(t)
	for _, name := range []string{".levels.md.swp", "levels.md~", "~$levels.md", "README.md"} {
		r.write("support/"+name, "swap")
	}
	r.write("support/levels.md", page("Levels", "Edited."))
	r.whole("/support/levels/", 200, "Edited.")
	r.says(" content/support/levels.md: ")
	if said := r.out.String(); strings.Contains(said, "more") {
		t.Errorf("after %d builds the terminal says:\n%s", r.news("", "/").builds(t)-before, said)
	}
}

// TestStops ends the preview while a page waits for news.
func TestStops(t *testing.T) {
	r := start(t, false, nil)
	now := r.news("", "/")
	waiting := make(chan error, 1)
	go func() {
		response, err := http.Get(r.address + "_preview/news.js?since=" + now.Build)
		if err == nil {
			response.Body.Close()
		}
		waiting <- nil
	}()
	if err := r.stop(); err != nil {
		t.Error(err)
	}
	<-waiting
	if _, err := http.Get(r.address); err == nil {
		t.Error("the preview still answers")
	}
}

// TestPorts shows what happens when a port is taken.
func TestPorts(t *testing.T) {
	first, err := listen(0, false)
	if err != nil {
		t.Fatal(err)
	}
	defer first.close()
	for _, l := range first.all {
		if host, _, _ := net.SplitHostPort(l.Addr().String()); !net.ParseIP(host).IsLoopback() {
			t.Errorf("listens on %s", l.Addr())
		}
	}
	next, err := listen(first.port, false)
	if err != nil {
		t.Fatal(err)
	}
	defer next.close()
	if next.port == first.port {
		t.Error("the port was taken twice")
	}
	_, err = listen(first.port, true)
	want := fmt.Sprintf("port %d is taken by another program; name another with --port, or leave --port out", first.port)
	if err == nil || err.Error() != want {
		t.Errorf("%v, want %s", err, want)
	}
	if _, err = listen(70000, true); err == nil || errors.Is(err, net.ErrClosed) {
		t.Error("there is no port 70000")
	}
}
