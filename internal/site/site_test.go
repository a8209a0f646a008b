package site

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"signpost/internal/content"
)

// joined reads and joins a site without mistakes.
func joined(t *testing.T, o Options, files map[string]string) *Site {
	t.Helper()
	var r content.Reader
	tree, found, err := r.Read(mistake{files: files}.site(), "")
	if err != nil || tree == nil {
		t.Fatal(found, err)
	}
	if o.Now.IsZero() {
		o.Now = today
	}
	s, more := Join(tree, o)
	if all := append(found, more...); all.Errors() > 0 {
		t.Fatal(all)
	}
	return s
}

func paths(pages []*Page) string {
	var all []string
	for _, p := range pages {
		all = append(all, p.Path)
	}
	return strings.Join(all, " ")
}

func titled(title, keys string) string {
	return "---\ntitle: " + title + "\nsummary: An example.\nreviewed: 2026-11-23\n" + keys + "---\n"
}

func section(title string) string { return "---\ntitle: " + title + "\nsummary: An example.\n---\n" }

func TestOrderAndNeighbours(t *testing.T) {
	s := joined(t, Options{}, map[string]string{
		"stages/index.md": section("Stages"), "stages/a.md": titled("A", "number: 3\n"), "stages/b.md": titled("B", "number: 1\n"), "stages/c.md": titled("C", "number: 2\n"),
		"help/index.md": section("Help"), "help/x.md": titled("Zebra", ""), "help/y.md": titled("apple", ""), "help/z.md": titled("Last in the alphabet, first by order", "order: 1\n"),
		"help/deep/index.md": section("Deep"), "help/deep/er.md": titled("Deeper", ""),
	})
	for section, want := range map[string]string{
		"stages": "stages/b stages/c stages/a", "help": "help/z help/y help/deep help/x", "help/deep": "help/deep/er",
	} {
		if got := paths(s.Page(section).Children); got != want {
			t.Errorf("%s lists %s, want %s", section, got, want)
		}
	}
	middle := s.Page("stages/c")
	if middle.Previous != s.Page("stages/b") || middle.Next != s.Page("stages/a") || s.Page("help/y").Next != nil {
		t.Error("the stages follow each other by number, other pages do not")
	}
	if got, want := paths(s.Page("help/deep/er").Trail), "index help help/deep"; got != want {
		t.Errorf("the trail is %s, want %s", got, want)
	}
	if got, want := paths(s.Pages), "help help/deep help/deep/er help/x help/y help/z index stages stages/a stages/b stages/c"; got != want {
		t.Errorf("all pages are %s, want %s", got, want)
	}
}

func TestRelations(t *testing.T) {
	s := joined(t, Options{}, map[string]string{
		"groups/medicine.md":        titled("Medicine", ""),
		"specialties/cardiology.md": titled("Cardiology", "group: medicine\nrelated: [{page: specialties/allergy, why: Both.}]\n") + sections,
		"specialties/allergy.md":    titled("Allergy", "group: medicine\n") + sections,
		"skills/writing.md":         titled("Writing", "examples: [Letters]\nplain: I write.\nspecialties: [{page: specialties/cardiology, why: Reports.}]\n"),
		"beyond/law.md":             titled("Law", "involves: Writing\nskills: [skills/writing]\n"),
	})
	cardiology, writing := s.Page("specialties/cardiology"), s.Page("skills/writing")
	if got, want := paths(s.Page("groups/medicine").Children), "specialties/allergy specialties/cardiology"; got != want {
		t.Errorf("the group holds %s, want %s", got, want)
	}
	if cardiology.Group != s.Page("groups/medicine") || len(cardiology.Related) != 1 || cardiology.Related[0].Why != "Both." {
		t.Errorf("cardiology has the group %v and is related to %v", cardiology.Group, cardiology.Related)
	}
	if len(cardiology.NamedBy) != 1 || cardiology.NamedBy[0].Page != writing || len(writing.NamedBy) != 1 || writing.NamedBy[0].Page.Path != "beyond/law" {
		t.Errorf("cardiology is named by %v, writing by %v", cardiology.NamedBy, writing.NamedBy)
	}
}

func TestHeldBack(t *testing.T) {
	files := map[string]string{
		"help/draft.md": titled("Draft", "draft: true\n"), "help/today.md": titled("Today", "publish: 2026-11-23\n"),
		"help/tomorrow.md": titled("Tomorrow", "publish: 2026-11-24\n"), "help/over.md": titled("Over", "expires: 2026-11-23\n"),
		"help/last-day.md": titled("Last day", "expires: 2026-11-24\n"), "about/access-keys.md": titled("Access keys", ""),
	}
	for _, c := range []struct {
		o    Options
		want string
	}{
		{Options{}, "help/last-day help/today index"},
		{Options{Drafts: true}, "help/draft help/last-day help/today index"},
		{Options{Future: true}, "help/last-day help/today help/tomorrow index"},
		{Options{Now: today.AddDate(0, 0, 1)}, "help/today help/tomorrow index"},
	} {
		if got := paths(joined(t, c.o, files).Pages); got != c.want {
			t.Errorf("%+v publishes %s, want %s", c.o, got, c.want)
		}
	}
	files["site.yaml"] = siteYAML + "access_keys: true\n"
	if joined(t, Options{}, files).Page("about/access-keys") == nil {
		t.Error("the page on access keys is not published although they are on")
	}
}

func TestReviews(t *testing.T) {
	s := joined(t, Options{}, map[string]string{
		"help/fresh.md": titled("Fresh", ""),
		"help/due.md":   "---\ntitle: A\nsummary: S.\nreviewed: 2025-11-23\n---\n",
		"help/stale.md": "---\ntitle: A\nsummary: S.\nreviewed: 2025-11-22\n---\n",
		"help/own.md":   "---\ntitle: A\nsummary: S.\nreviewed: 2026-09-22\nreview_every: 2\n---\n",
	})
	for path, want := range map[string]bool{"help/fresh": false, "help/due": false, "help/stale": true, "help/own": true, "index": false} {
		if got := s.Page(path).Stale; got != want {
			t.Errorf("%s is stale: %v, want %v", path, got, want)
		}
	}
}

func TestAddresses(t *testing.T) {
	for base, want := range map[string][2]string{
		"":                               {"/help/a/", "https://site.example/help/a/"},
		"https://other.example":          {"/help/a/", "https://other.example/help/a/"},
		"https://other.example/career/":  {"/career/help/a/", "https://other.example/career/help/a/"},
		"https://other.example:8080/a/b": {"/a/b/help/a/", "https://other.example:8080/a/b/help/a/"},
	} {
		s := joined(t, Options{BaseURL: base}, map[string]string{"help/a.md": titled("A", "aliases: [/old, /older/place/]\n")})
		p := s.Page("help/a")
		if diff := cmp.Diff(want, [2]string{p.Address, s.Absolute(p.Address)}); diff != "" {
			t.Errorf("below %q (-want +got):\n%s", base, diff)
		}
		if len(s.Redirects) != 2 || s.Redirects[0].From != "/old/" || s.Redirects[1].From != "/older/place/" || s.Redirects[0].To != p {
			t.Errorf("the old addresses are %v", s.Redirects)
		}
	}
}

func TestBasePath(t *testing.T) {
	for in, want := range map[string]string{"": "", "https://a.example": "", "https://a.example/": "", "http://a.example/b/c/": "/b/c"} {
		if got, err := BasePath(in); err != nil || got != want {
			t.Errorf("BasePath(%q) = %q, %v; want %q", in, got, err, want)
		}
	}
	for _, in := range []string{"a.example", "/b", "ftp://a.example", "https://", "javascript:x", "https://a b"} {
		if got, err := BasePath(in); err == nil {
			t.Errorf("BasePath(%q) = %q, and no error", in, got)
		}
	}
}

// TestJoinChangesNothing: an unchanged page is joined again and again.
func TestJoinChangesNothing(t *testing.T) {
	var r content.Reader
	var fsys fstest.MapFS = mistake{files: map[string]string{"help/index.md": section("Help"), "help/a.md": titled("A", "related: [{page: help/b, why: Both.}]\n"), "help/b.md": titled("B", "")}}.site()
	tree, _, err := r.Read(fsys, "")
	if err != nil {
		t.Fatal(err)
	}
	first, _ := Join(tree, Options{Now: today})
	second, _ := Join(tree, Options{Now: today})
	if got, want := paths(second.Page("help").Children), paths(first.Page("help").Children); got != want || len(second.Page("help/a").Related) != 1 {
		t.Errorf("joined again, help lists %s, was %s", got, want)
	}
}

func FuzzCompareFold(f *testing.F) {
	for _, pair := range [][2]string{{"Surgery", "surgeon"}, {"Élan", "elan"}, {"A", "a"}, {"", "a"}, {"Kelvin", "\u212aelvin"}, {"ab\xff", "AB\xfe"}} {
		f.Add(pair[0], pair[1])
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		if got, want := compareFold(a, b), strings.Compare(strings.ToLower(a), strings.ToLower(b)); got != want {
			t.Errorf("compareFold(%q, %q) = %d, want %d", a, b, got, want)
		}
	})
}
