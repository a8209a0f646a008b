package asset

import (
	"bytes"
	"io/fs"
	"math/rand/v2"
	"os"
	"path"
	"regexp"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
)

// realRules are the selectors of the framework's style sheet as a person would find them: lines before a brace that are
// no at-rule.
func realRules(t *testing.T) (sheet string, selectors []string) {
	t.Helper()
	data, err := os.ReadFile("../../assets/" + framework)
	if err != nil {
		t.Fatal(err)
	}
	sheet = regexp.MustCompile(`(?s)/\*.*?\*/`).ReplaceAllString(string(data), "")
	for _, m := range regexp.MustCompile(`([^{}@;]+)\{[^{}]*;?[^{}]*\}`).FindAllStringSubmatch(sheet, -1) {
		depth, start, list := 0, 0, m[1]
		for i, c := range list + "," {
			switch {
			case c == '(':
				depth++
			case c == ')':
				depth--
			case c == ',' && depth == 0:
				selectors = append(selectors, strings.TrimSpace(list[start:i]))
				start = i + 1
			}
		}
	}
	return sheet, selectors
}

// TestPurgeRealSheet holds the laws of FuzzPurgeLaws on the framework's own style sheet, for random sets of used names.
func TestPurgeRealSheet(t *testing.T) {
	sheet, selectors := realRules(t)
	if len(selectors) < 1500 {
		t.Fatalf("found only %d selectors", len(selectors))
	}
	all := map[string]bool{}
	for _, name := range naiveName.FindAllString(strings.Join(selectors, " "), -1) {
		all[name] = true
	}
	count := func(sheet string) map[string]bool {
		found := map[string]bool{}
		for _, it := range flat(parseSheet(sheet)) {
			for _, s := range splitList(it.head) {
				found[headText(s)] = true
			}
		}
		return found
	}
	for seed := range uint64(8) {
		random := rand.New(rand.NewPCG(seed, 2))
		used, text := naive{"html": true, "body": true, "head": true, "tbody": true, "colgroup": true}, []string{}
		for name := range all {
			if seed == 0 || random.Float64() < float64(seed)/8 {
				used[name], text = true, append(text, name, ":"+name)
			}
		}
		left := count(purge(parseSheet(sheet), newWords(text)))
		for _, s := range selectors {
			if used.allUsed(s) && !left[s] {
				t.Errorf("dropped, though all of it is used: %s", s)
			}
			if used.dead(s) && left[s] {
				t.Errorf("stays, though a part of it is not used: %s", s)
			}
		}
	}
}

// flat lists the style rules of a sheet, those in at-rules as well.
func flat(items []*item) (rules []*item) {
	for _, it := range items {
		if it.block && it.name == "" {
			rules = append(rules, it)
		} else if grouping(it.name) {
			rules = append(rules, flat(it.body)...)
		}
	}
	return rules
}

var (
	definition = regexp.MustCompile(`\{\{-?\s*define "([^"]+)"`)
	call       = regexp.MustCompile(`\btemplate "([^"]+)"`)
)

// ownSheet are the layouts of pages with another sheet than "reading".
var ownSheet = map[string]bool{"worksheet.html": true, "explorer.html": true, "compare.html": true, "map.html": true, "shortlist.html": true}

// readingWords returns the text of every layout that a reading page can reach: all pages but those, and the parts they
// call, directly or through others.
func readingWords(t *testing.T) (used []string) {
	t.Helper()
	layouts, parts := os.DirFS("../../layouts"), map[string]string{}
	err := fs.WalkDir(layouts, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) != ".html" {
			return err
		}
		data, err := fs.ReadFile(layouts, name)
		starts := append(definition.FindAllStringSubmatchIndex(string(data), -1), []int{len(data)})
		for i, at := range starts[:len(starts)-1] {
			text := string(data[at[0]:starts[i+1][0]])
			if path.Dir(name) != "." {
				parts[string(data[at[2]:at[3]])] = text
			} else if !ownSheet[name] {
				used = append(used, text)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	printer, err := os.ReadFile("../markdown/print.go") // Bundle's caller gives markdown.Markup, which stands there
	if err != nil {
		t.Fatal(err)
	}
	used = append(used, string(printer))
	for i := 0; i < len(used); i++ { // grows as parts are found
		for _, m := range call.FindAllStringSubmatch(used[i], -1) {
			if text, ok := parts[m[1]]; ok {
				used = append(used, text)
				delete(parts, m[1])
			}
		}
	}
	return used
}

// TestRealAssets compiles what the site ships: it has no mistakes, keeps to a strict Content-Security-Policy, and the
// style sheet of reading pages leaves room for the page in the first 14 kB.
func TestRealAssets(t *testing.T) {
	used := readingWords(t)
	if len(used) < 20 {
		t.Fatalf("found only %d layouts", len(used))
	}
	b, problems := bundle(t, Input{FS: os.DirFS("../../assets"), Sheets: map[string]Sheet{"reading": {used}}})
	for _, p := range problems {
		t.Error(p)
	}
	const sheetBrotliBytes = 9_000
	n := brotliSize(t, b.text(t, "", "reading.css"))
	t.Logf("reading.css: %d bytes in brotli", n)
	if n > sheetBrotliBytes {
		t.Errorf("the style sheet of reading pages has %d bytes in brotli, limit %d", n, sheetBrotliBytes)
	}
	if n := len(b.text(t, "", "start.js")); n > 300 {
		t.Errorf("the start script has %d bytes; every page loads it", n)
	}
	// What a strict Content-Security-Policy refuses, and what would tell of the machine it was built on.
	forbidden := regexp.MustCompile(`[^.\w$]eval\(|new Function\b|[^.\w$]Function\(|sourceMappingURL|` + regexp.QuoteMeta(must(os.Getwd())))
	for _, f := range b.Files {
		if m := forbidden.Find(f.Data); m != nil {
			t.Errorf("%s holds %q", f.Path, m)
		}
		if strings.HasSuffix(f.Path, ".css") && bytes.Contains(f.Data, []byte("@import")) {
			t.Errorf("%s asks for another style sheet", f.Path)
		}
	}
}

func brotliSize(t *testing.T, text string) int {
	t.Helper()
	var b bytes.Buffer
	w := brotli.NewWriterLevel(&b, brotli.BestCompression)
	if _, err := w.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Len()
}

func must(s string, err error) string {
	if err != nil {
		panic(err)
	}
	return s
}

func BenchmarkPurge(b *testing.B) {
	data, err := os.ReadFile("../../assets/" + framework)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		purge(parseSheet(string(data)), newWords([]string{"p a h1 h2 ul li nhsuk-header nhsuk-card nhsuk-button--{{.X}}"}))
	}
}

func BenchmarkBundle(b *testing.B) {
	in := Input{FS: os.DirFS("../../assets"), Sheets: map[string]Sheet{"reading": {[]string{"nhsuk-card"}}}}
	for b.Loop() {
		if _, _, err := Bundle(in); err != nil {
			b.Fatal(err)
		}
	}
}
