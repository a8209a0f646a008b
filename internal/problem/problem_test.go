package problem

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func at(file string, line, column int) Place { return Place{File: file, Line: line, Column: column} }

func TestString(t *testing.T) {
	for _, c := range []struct {
		p    Problem
		want string
	}{
		{At(at("a.md", 3, 7), "field %q is empty", "title"), `a.md:3:7: field "title" is empty`},
		{At(at("a.md", 0, 0), "the file is missing"), "a.md: the file is missing"},
		{At(at("a.md", 3, 0), "no column"), "a.md:3:1: no column"},
		{At(at("a.md", 3, 7), "words").With("one").With("two %d", 2), "a.md:3:7: words\n    one\n    two 2"},
		{At(at("a.md", 3, 7), "words").Suggest("titel", []string{"summary", "title"}), "a.md:3:7: words\n    did you mean \"title\"?"},
		{At(at("a.md", 3, 7), "words").Suggest("colour", []string{"summary", "title"}), "a.md:3:7: words"},
		{At(at("a.md", 3, 7), "words").AsWarning().With("mend"), "a.md:3:7: warning: words\n    mend"},
	} {
		if got := c.p.String(); got != c.want {
			t.Errorf("got\n%s\nwant\n%s", got, c.want)
		}
	}
}

// TestWithLeavesTheFirstAlone: two Problems made from one do not share their notes.
func TestWithLeavesTheFirstAlone(t *testing.T) {
	base := At(at("a.md", 1, 1), "words").With("shared")
	one, two := base.With("one"), base.With("two")
	if len(base.Notes) != 1 || one.Notes[1] != "one" || two.Notes[1] != "two" {
		t.Errorf("the notes are %q, %q and %q", base.Notes, one.Notes, two.Notes)
	}
}

func TestSort(t *testing.T) {
	l := List{
		At(at("b.md", 1, 1), "x"), At(at("a.md", 10, 1), "x"), At(at("a.md", 2, 5), "x"), At(at("a.md", 2, 1), "y"),
		At(at("a.md", 2, 1), "x"), At(at("a.md", 2, 1), "x").With("a repeat"), At(at("a.md", 0, 0), "x"),
	}
	var got []string
	for _, p := range l.Sort() {
		got = append(got, strings.SplitN(p.String(), "\n", 2)[0])
	}
	want := []string{"a.md: x", "a.md:2:1: x", "a.md:2:1: y", "a.md:2:5: x", "a.md:10:1: x", "b.md:1:1: x"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestPrint(t *testing.T) {
	l := List{At(at("a.md", 1, 2), "<b> & words").With("mend"), At(at("b.md", 0, 0), "a warning").AsWarning()}
	var text, machines, none strings.Builder
	if err := l.Print(&text); err != nil {
		t.Fatal(err)
	}
	if err := l.PrintJSON(&machines); err != nil {
		t.Fatal(err)
	}
	if err := List(nil).PrintJSON(&none); err != nil {
		t.Fatal(err)
	}
	if want := "a.md:1:2: <b> & words\n    mend\nb.md: warning: a warning\n"; text.String() != want {
		t.Errorf("printed\n%s", text.String())
	}
	const want = `[
  {
    "file": "a.md",
    "line": 1,
    "column": 2,
    "level": "error",
    "message": "<b> & words",
    "notes": [
      "mend"
    ]
  },
  {
    "file": "b.md",
    "line": 0,
    "column": 0,
    "level": "warning",
    "message": "a warning"
  }
]
`
	if diff := cmp.Diff(want, machines.String()); diff != "" {
		t.Error(diff)
	}
	if none.String() != "[]\n" {
		t.Errorf("nothing is printed as %q", none.String())
	}
	if n := l.Errors(); n != 1 {
		t.Errorf("%d errors were counted", n)
	}
}

func TestNearest(t *testing.T) {
	fields := []string{"order", "owner", "reviewed", "summary", "tags", "title"}
	for word, want := range map[string]string{
		"titel": "title", "title": "title", "TITLE": "title", "tilte": "title", "sumary": "summary", "revieved": "reviewed", "oder": "order",
		"tag": "tags", "ower": "owner", "xyz": "", "": "", "a-word-that-is-far-too-long-for-any": "", "reviewed-by": "reviewed",
	} {
		if got := Nearest(word, fields); got != want {
			t.Errorf("Nearest(%q) = %q, want %q", word, got, want)
		}
	}
	if got := Nearest("a", nil); got != "" {
		t.Errorf("the nearest of nothing is %q", got)
	}
}

func FuzzNearest(f *testing.F) {
	f.Add("titel", "title")
	f.Add("é", "e")
	f.Fuzz(func(t *testing.T, a, b string) {
		limit := len(a) + len(b) + 1
		d := distance(a, b, limit)
		if d != distance(b, a, limit) || (d == 0) != (a == b) || d > max(len(a), len(b)) {
			t.Errorf("the distance of %q and %q is %d one way and %d the other", a, b, d, distance(b, a, limit))
		}
	})
}
