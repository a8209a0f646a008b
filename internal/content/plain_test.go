package content

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"signpost/internal/problem"
)

// FuzzPlainBlock holds the short way of reading front matter against the YAML library.
func FuzzPlainBlock(f *testing.F) {
	for _, s := range []string{
		"title: Words, and more\nsummary: One (two) three.\nreviewed: 2026-11-01\norder: 12\ntags: [a, b c, d-e]\ndraft: true\n",
		"a: x-y; z\n", "a: null\n", "a: b c\nb: [x]\n", "a: y.\na: z/\n", "null: a\n", "a: [a, 2026-01-02]\n", "a: 0x1\n", "a: b - c\n", "a: [Null]\n", "a: x.5e3\n", "a: e3\n",
		"title: Busy\n", "a: b  c\n", "a: [a,b]\n", "a: []\n", "a: b\n\nc: d\n",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, block string) {
		at := problem.Place{File: "content/a.md", Line: 2, Column: 1}
		got := plainBlock(block, at)
		if got == nil {
			return
		}
		want, found := parseYAML(block, at)
		if len(found) > 0 {
			t.Fatalf("%q is read, and the library says %v", block, found)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q (-library +plain):\n%s", block, diff)
		}
	})
}
