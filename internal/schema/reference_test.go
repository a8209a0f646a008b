package schema_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"signpost/internal/markdown"
	"signpost/internal/schema"
	"signpost/internal/worksheet"
)

var golden = flag.Bool("golden", false, "rewrite the tables of content/README.md and the files of content/.schema")

const (
	guide   = "../../content/README.md"
	schemas = "../../content/.schema"
)

// TestGuideIsCurrent holds what stands between two notes of the editing guide against the tables it is made from.
func TestGuideIsCurrent(t *testing.T) {
	data, err := os.ReadFile(guide)
	if err != nil {
		t.Fatal(err)
	}
	text := strings.ReplaceAll(string(data), "\r\n", "\n")
	for name, want := range map[string]string{"fields": schema.Reference(), "questions": questions()} {
		open, end := "<!-- "+name+": made by `make golden`, do not edit -->\n", "<!-- /"+name+" -->"
		before, rest, found := strings.Cut(text, open)
		got, after, closed := strings.Cut(rest, end)
		if !found || !closed {
			t.Fatalf("%s has no lines %q and %q", guide, open, end)
		}
		want = "\n" + want + "\n"
		if *golden {
			text = before + open + want + end + after
		} else if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("the %s in content/README.md are not current; run: go test ./internal/schema -golden (-want +got)\n%s", name, diff)
		}
	}
	if *golden {
		if err := os.WriteFile(guide, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// questions is the guide's part on questions: every type with its own keys and an example.
func questions() string {
	var b strings.Builder
	b.WriteString("These keys may stand in every question.\n\n" + schema.Table(worksheet.CommonFields))
	for _, kind := range worksheet.Types() {
		fmt.Fprintf(&b, "\n#### %s: %s\n\n", kind.Name, kind.Help)
		if len(kind.Fields) > 0 {
			b.WriteString(schema.Table(kind.Fields) + "\n")
		}
		fmt.Fprintf(&b, "````markdown\n```question\n%s\n```\n````\n", strings.TrimSpace(kind.Example))
	}
	return b.String()
}

// TestExamplesOfTheGuide: what the guide shows in blocks marked "markdown" can be written so.
func TestExamplesOfTheGuide(t *testing.T) {
	data, err := os.ReadFile(guide)
	if err != nil {
		t.Fatal(err)
	}
	words := map[string]bool{}
	for _, w := range strings.Fields("trainee trainees unit unit_full organisation service adviser administrator contact.administrator contact.adviser") {
		words[w] = true
	}
	lines := strings.Split(strings.ReplaceAll(string(data), "\r\n", "\n"), "\n")
	for i := 0; i < len(lines); i++ {
		fence, marked := strings.CutSuffix(lines[i], "markdown")
		if !marked || !strings.HasPrefix(fence, "```") {
			continue
		}
		start := i + 1
		for i++; lines[i] != fence; i++ {
		}
		example := strings.Join(lines[start:i], "\n") + "\n"
		doc := markdown.Parse([]byte(example), markdown.Options{File: "content/README.md", Line: start + 1, Claim: "question", Words: words})
		for _, p := range doc.Problems {
			t.Error(p)
		}
	}
	for _, c := range markdown.Containers {
		if !bytes.Contains(data, []byte("::: "+c.Name)) {
			t.Errorf("the guide does not show the component %q", c.Name)
		}
	}
	for w := range words {
		if !bytes.Contains(data, []byte("{{"+w+"}}")) {
			t.Errorf("the guide does not name the placeholder {{%s}}", w)
		}
	}
}

// TestSchemasAreCurrent holds the files from which editors complete keys against the table.
func TestSchemasAreCurrent(t *testing.T) {
	want := map[string][]byte{}
	var err error
	for i := range schema.Kinds {
		if want[schema.Kinds[i].Name+".json"], err = schema.JSONSchema(&schema.Kinds[i]); err != nil {
			t.Fatal(err)
		}
	}
	if want["site.json"], err = schema.SiteJSONSchema(); err != nil {
		t.Fatal(err)
	}
	if *golden {
		if err := os.MkdirAll(schemas, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	for name, data := range want {
		if !json.Valid(data) {
			t.Errorf("%s is not JSON", name)
		}
		file := filepath.Join(schemas, name)
		if *golden {
			if err := os.WriteFile(file, data, 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		got, err := os.ReadFile(file)
		if err != nil || !bytes.Equal(got, data) {
			t.Errorf("content/.schema/%s is not current (%v); run: go test ./internal/schema -golden", name, err)
		}
	}
	have, _ := filepath.Glob(schemas + "/*.json")
	for _, file := range have {
		if want[filepath.Base(file)] == nil {
			t.Errorf("%s belongs to no kind; delete it", file)
		}
	}
}
