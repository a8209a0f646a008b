package content

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"signpost/internal/problem"
	"signpost/internal/schema"
)

// seeds are real pages, and the slips that have been made.
func seeds(f *testing.F) {
	f.Helper()
	real, err := filepath.Glob("../../content/*/index.md")
	if err != nil || len(real) == 0 {
		f.Fatal("no pages to begin with", err)
	}
	for _, name := range real {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	for _, s := range []string{
		"", "---", "---\n", "---\n---", "---\n---\n", "---\n--- \nx", "\xef\xbb\xbf---\r\ntitle: A\r\n---\r\n", "---\ntitle: [\n---\n",
		"---\n? a\n: b\n---\n", "---\n<<: *a\n---\n", "---\n- a: &b c\n---\n", "---\n\"\": x\n---\n", "---\ntitle: |\n---\n", "---\n{}\n---\n",
		"---\ntitle: A # b\n---\n{{a}} {{\n::: inset\n![](x)\n", "---\ntitle: A\n---\n```question\nid: [\n```\n## {#}\n",
	} {
		f.Add([]byte(s))
	}
}

// FuzzCut: front matter, body and the two lines of hyphens are the whole file, and lines keep their numbers.
func FuzzCut(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, in []byte) {
		data := normalise(in)
		parts, found := cut("a.md", data)
		if found != nil {
			return
		}
		open := bytes.IndexByte(data, '\n') + 1
		closing := data[open+len(parts.front) : len(data)-len(parts.body)]
		if !isFence(data[:open-1]) || !isFence(bytes.TrimSuffix(closing, []byte("\n"))) {
			t.Fatalf("the file begins %q and its front matter ends %q", data[:open], closing)
		}
		if whole := string(data[:open]) + string(parts.front) + string(closing) + string(parts.body); whole != string(data) {
			t.Fatalf("joined again it is %q, was %q", whole, data)
		}
		if want := 1 + bytes.Count(data[:len(data)-len(parts.body)], []byte("\n")); len(parts.body) > 0 && parts.bodyLine != want {
			t.Fatalf("the body begins on line %d, not %d", want, parts.bodyLine)
		}
	})
}

// FuzzPage: whatever is written, reading it gives a page or Problems, and their places lie in the file.
func FuzzPage(f *testing.F) {
	seeds(f)
	var c Config
	p := pageParser{words: c.words()}
	names := []string{"index.md", "help/a.md", "help/index.md", "skills/a.md", "specialties/a.md", "worksheets/a.md"}
	f.Fuzz(func(t *testing.T, in []byte) {
		if len(in) > 8<<10 {
			t.Skip("longer than the longest page")
		}
		lines := bytes.Count(normalise(in), []byte("\n")) + 1
		for _, name := range names {
			page, found := p.parse(name, in)
			if page == nil {
				t.Fatal("no page")
			}
			for _, told := range found {
				if told.Message == "" || told.File != page.File || told.Line < 1 || told.Line > lines+1 || told.Column < 1 {
					t.Fatalf("a message without cause or place: %+v", told)
				}
			}
		}
	})
}

// FuzzCheck: no Node that YAML can make is too strange for the check, or for decoding what did not pass it.
func FuzzCheck(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, in []byte) {
		if len(in) > 4<<10 {
			t.Skip("longer than the longest block")
		}
		n, _ := parseYAML(string(normalise(in)), problem.Place{File: "a.md", Line: 1, Column: 1})
		if n == nil {
			return
		}
		for _, kind := range schema.Kinds {
			schema.Check(kind.Name, kind.AllFields(), n)
			if into := own(kind.Name); into != nil {
				schema.Decode(n, into)
			}
			schema.Decode(n, new(Meta))
		}
		readConfig(in)
	})
}
