package preview

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"signpost/internal/build"
	"signpost/internal/problem"
)

func TestExcerpt(t *testing.T) {
	long := strings.Repeat("é", 400)
	source := build.Source{
		Content: fstest.MapFS{"a.md": {Data: []byte("one\r\ntwo\tthree\r\nñandú\n" + long + "\n\xff\xfe bad")}},
		Layouts: fstest.MapFS{}, Assets: fstest.MapFS{},
	}
	tests := []struct {
		name                  string
		file                  string
		line, column, length  int
		before, marked, after string
		shown                 bool
	}{
		{"a word", "content/a.md", 2, 5, 5, "two    ", "three", "", true},
		{"no length marks one letter", "content/a.md", 1, 1, 0, "", "o", "ne", true},
		{"a letter of two bytes", "content/a.md", 3, 1, 1, "", "ñ", "andú", true},
		{"inside a letter", "content/a.md", 3, 2, 1, "", "ñ", "andú", true},
		{"at the end of the line", "content/a.md", 1, 4, 1, "one", " ", "", true},
		{"far behind the end", "content/a.md", 1, 400, 9, "one", " ", "", true},
		{"a long line", "content/a.md", 4, 401, 2, "…" + strings.Repeat("é", 60), "é", strings.Repeat("é", 60) + "…", true},
		{"no text", "content/a.md", 5, 4, 3, "\uFFFD ", "bad", "", true},
		{"the whole file", "content/a.md", 0, 0, 0, "", "", "", false},
		{"a line that is gone", "content/a.md", 99, 1, 1, "", "", "", false},
		{"a file that is gone", "content/b.md", 1, 1, 1, "", "", "", false},
		{"a file out of the folders", "go.mod", 1, 1, 1, "", "", "", false},
		{"a way out of the folders", "content/../go.mod", 1, 1, 1, "", "", "", false},
	}
	for _, tt := range tests {
		place := problem.Place{File: tt.file, Line: tt.line, Column: tt.column, Length: tt.length}
		got := describe(problem.List{problem.At(place, "wrong"), problem.At(place, "a hint").AsWarning()}, source)
		if len(got) != 1 {
			t.Fatalf("%s: %d mistakes", tt.name, len(got))
		}
		want := mistake{Place: got[0].Place, Message: "wrong", Before: tt.before, Marked: tt.marked, After: tt.after}
		if tt.shown {
			want.Line = tt.line
		}
		if d := cmp.Diff(want, got[0]); d != "" {
			t.Errorf("%s: %s", tt.name, d)
		}
	}
}
