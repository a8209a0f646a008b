package worksheet_test

import (
	"flag"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"signpost/internal/content"
	"signpost/internal/problem"
	"signpost/internal/worksheet"
)

var update = flag.Bool("update", false, "rewrite the golden files in testdata")

// written reads a worksheet as an author writes it, through the reader that authors use, so that messages carry the
// places in the file.
func written(t *testing.T, body string) (*worksheet.Form, problem.List) {
	t.Helper()
	page := "---\ntitle: Try\nsummary: A try.\ntime_needed: Ten minutes\nrevision: 3\n---\n" + body
	site, err := os.ReadFile("../../content/site.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var r content.Reader
	tree, found, err := r.Read(fstest.MapFS{
		"site.yaml":         {Data: site},
		"index.md":          {Data: []byte("---\ntitle: Home\nsummary: Home.\n---\nHello.\n")},
		"worksheets/try.md": {Data: []byte(page)},
	}, "")
	if err != nil {
		t.Fatal(err)
	}
	if tree == nil {
		t.Fatalf("no pages: %v", found)
	}
	found = slices.DeleteFunc(found.Sort(), func(p problem.Problem) bool { return p.Level != problem.Error })
	for _, p := range tree.Pages {
		if p.Form != nil {
			return p.Form, found
		}
	}
	return nil, found
}

// question puts one question block under a heading. Its keys start on line 11 of the file.
func question(yaml string) string { return "\n## One\n\n```question\n" + yaml + "\n```\n" }

func TestExamplesAreRight(t *testing.T) {
	for _, kind := range worksheet.Types() {
		t.Run(kind.Name, func(t *testing.T) {
			form, found := written(t, question(strings.TrimSpace(kind.Example)))
			if len(found) > 0 {
				t.Fatalf("the example of type %q has problems:\n%v", kind.Name, found)
			}
			if q := form.Questions(); len(q) != 1 || q[0].Type != kind.Name {
				t.Fatalf("the example of type %q gave %v", kind.Name, q)
			}
		})
	}
}

func TestEveryWayToWriteAQuestionWrongly(t *testing.T) {
	const file = "testdata/wrong.txt"
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	head, rest, _ := strings.Cut(string(data), "\n=== ")
	var again strings.Builder
	again.WriteString(head)
	for _, c := range strings.Split(rest, "\n=== ") {
		name, c, _ := strings.Cut(c, "\n")
		body, want, ok := strings.Cut(c, "--- told\n")
		if !ok {
			t.Fatalf("case %q has no line \"--- told\"", name)
		}
		t.Run(name, func(t *testing.T) {
			_, found := written(t, body)
			var told strings.Builder
			if err := found.Print(&told); err != nil {
				t.Fatal(err)
			}
			again.WriteString("\n=== " + name + "\n" + body + "--- told\n" + told.String())
			if got := told.String(); !*update && strings.TrimSpace(got) != strings.TrimSpace(want) {
				t.Errorf("told\n%s\nwant\n%s", got, want)
			}
			if len(found) == 0 {
				t.Error("nothing was found wrong")
			}
		})
	}
	if *update {
		if err := os.WriteFile(file, []byte(again.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
