package prose

import (
	"math"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"signpost/internal/content"
	"signpost/internal/site"
)

func TestSentences(t *testing.T) {
	for _, c := range []struct {
		in   string
		want []string
	}{
		{"One. Two? Three!", []string{"One.", "Two?", "Three!"}},
		{"It takes 2.5 years, e.g. in Wales. Ask Dr. Jones.", []string{"It takes 2.5 years, e.g. in Wales.", "Ask Dr. Jones."}},
		{`She said "stop." Then she left`, []string{`She said "stop."`, "Then she left"}},
		{"A word of caution ... and more", []string{"A word of caution ... and more"}},
		{"", nil},
	} {
		if diff := cmp.Diff(c.want, Sentences(c.in)); diff != "" {
			t.Errorf("%q: %s", c.in, diff)
		}
	}
}

func TestSyllables(t *testing.T) {
	for word, want := range map[string]int{
		"the": 1, "doctor": 2, "community": 4, "made": 1, "wanted": 2, "table": 2, "GMC": 3, "worked": 1, "rhythm": 1, "decisions": 3, "services": 3,
	} {
		if got := Syllables(word); got != want {
			t.Errorf("%s: %d, want %d", word, got, want)
		}
	}
}

// The cat sat on the mat: 6 words, 6 syllables, 1 sentence: 0.39*6 + 11.8 - 15.59 = -1.45, plus 5.
func TestReadingAge(t *testing.T) {
	var tally Tally
	tally.Add("The cat sat on the mat.")
	if got := tally.ReadingAge(); math.Abs(got-3.55) > 0.001 {
		t.Errorf("reading age %.3f, want 3.55", got)
	}
}

const siteYAML = `service: S
organisation: O
unit: U
unit_full: Unit
base_url: https://s.example
words: {trainee: doctor, trainees: doctors, adviser: adviser, administrator: office}
review_every: 12
contacts: [{id: office, name: Office, email: office@s.example, instead: Ask.}]
navigation: [{title: Home, page: index}]
confidentiality: Limits.
draft_notice: Draft.
stale_notice: Stale.
`

// TestCheck has one page for each thing to find.
func TestCheck(t *testing.T) {
	page := func(front, body string) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte("---\ntitle: T\nsummary: S.\n" + front + "---\n" + body)}
	}
	long := "This sentence goes on and on and on because the person who wrote it had so many things to say that they never once thought of the tired reader who has to follow it to the very end of the line.\n"
	fsys := fstest.MapFS{
		"site.yaml": {Data: []byte(siteYAML)},
		"index.md":  page("", "See [a](/a/), [b](/b/) and [c](/c/).\n"),
		"a.md":      page("reviewed: 2026-01-01\n", long+"\nThis is a sentence that was copied.\n"),
		"b.md":      page("reviewed: 2024-01-01\n", "This is a sentence that was copied.\n\nTODO write more.\n"),
		"c.md":      page("reviewed: 2026-01-01\n", "The patient 943 476 5919 came in.\n"),
		"d.md":      page("reviewed: 2026-01-01\n", "Nobody finds this.\n"),
	}
	r := content.Reader{Prose: true}
	tree, found, err := r.Read(fsys, "")
	if err != nil || len(found) > 0 {
		t.Fatal(err, found)
	}
	s, found := site.Join(tree, site.Options{Now: time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)})
	if len(found) > 0 {
		t.Fatal(found)
	}
	var got []string
	for _, p := range Check(s).Sort() {
		got = append(got, p.String())
	}
	want := []string{
		"content/a.md:6:1: warning: a sentence of 41 words: This sentence goes on and on and on …\n    split it in two; 35 words are the most a tired reader follows",
		"content/b.md:2:1: warning: the page was due for review on 1 January 2025\n    check its facts and set reviewed: to today",
		"content/b.md:6:1: warning: the sentence stands on two pages: This is a sentence that was copied.\n    it is also in content/a.md:8; write it afresh in one of them",
		"content/b.md:8:1: unfinished text: \"TODO\"\n    write the words, or set draft: true until they are known",
		"content/c.md:6:1: this looks like an NHS number\n    take out whatever could identify a person",
		"content/d.md:2:1: warning: no page leads here\n    link to it from a page that readers find",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
