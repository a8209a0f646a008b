package markdown

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var golden = flag.Bool("golden", false, "rewrite the expected halves of the case files")

// TestCases reads testdata/*.txt: cases are parted by lines of "=====", the Markdown of a case from what is printed or
// said by a line of "-----".
func TestCases(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.txt")
	if len(files) == 0 {
		t.Fatal("no case files")
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var rewritten []string
		for _, c := range strings.Split(string(data), "=====\n") {
			in, want, _ := strings.Cut(c, "-----\n")
			got := printed(in)
			rewritten = append(rewritten, in+"-----\n"+got)
			if diff := cmp.Diff(want, got); diff != "" && !*golden {
				t.Errorf("%s: %s\n%s", file, in, diff)
			}
		}
		if *golden {
			if err := os.WriteFile(file, []byte(strings.Join(rewritten, "=====\n")), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func printed(in string) string {
	d := Parse([]byte(in), Options{File: "a.md", Line: 1, Claim: "question", Words: map[string]bool{"trainee": true}})
	var b strings.Builder
	for _, p := range d.Problems {
		b.WriteString(p.String() + "\n")
	}
	for _, f := range d.Fences {
		b.WriteString("fence " + f.Place.File + " " + f.Text)
	}
	if err := d.Render(&b, Print{Words: map[string]string{"trainee": "doctor in training"}}); err != nil {
		b.WriteString(err.Error())
	}
	return strings.TrimRight(b.String(), "\n") + "\n"
}

func FuzzParse(f *testing.F) {
	f.Add("# x\n::: inset\n- a\n:::\n{{trainee}} <b>\n")
	f.Fuzz(func(t *testing.T, in string) {
		d := Parse([]byte(in), Options{File: "a.md", Line: 1, Claim: "question"})
		var b strings.Builder
		if err := d.Render(&b, Print{}); err != nil {
			t.Fatal(err)
		}
		if _, err := d.Parts(Print{}); err != nil {
			t.Fatal(err)
		}
		if strings.Contains(b.String(), "<script") {
			t.Fatalf("a script tag came through: %q", b.String())
		}
	})
}
