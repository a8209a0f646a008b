package asset

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/evanw/esbuild/pkg/api"
	"github.com/google/go-cmp/cmp"
)

var golden = flag.Bool("golden", false, "rewrite the expected parts of the case files")

// TestPurge reads testdata/purge.txt: cases are parted by lines of "=====", and in a case the used words, the style
// sheet, and what is left of it by lines of "-----".
func TestPurge(t *testing.T) {
	const file = "testdata/purge.txt"
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var rewritten []string
	for _, c := range strings.Split(string(data), "=====\n") {
		parts := strings.Split(c, "-----\n")
		used, in, want := parts[0], parts[1], parts[2]
		sheet := parseSheet(in)
		purge(sheet, newWords(nil)) // another sheet is made of the same items
		got := purge(sheet, newWords([]string{used}))
		rewritten = append(rewritten, used+"-----\n"+in+"-----\n"+got)
		if diff := cmp.Diff(want, got); diff != "" && !*golden {
			t.Errorf("used: %s%s\n%s", used, in, diff)
		}
	}
	if *golden {
		if err := os.WriteFile(file, []byte(strings.Join(rewritten, "=====\n")), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// naive is a second, simpler reading of selectors, to hold the first against: it knows nothing of tokens.
type naive map[string]bool

var (
	naiveNot  = regexp.MustCompile(`:not\([^()]*\)`)
	naiveRest = regexp.MustCompile(`\[[^]]*\]|::?[a-z-]+(\([^()]*\))?`)
	naiveName = regexp.MustCompile(`[A-Za-z_][A-Za-z0-9_-]*`)
)

// allUsed says whether every name outside :not() is used; those in other brackets count as well.
func (n naive) allUsed(selector string) bool {
	selector = naiveNot.ReplaceAllString(selector, "")
	inside := ""
	for _, m := range naiveRest.FindAllStringSubmatch(selector, -1) {
		inside += " " + m[1]
	}
	return !slices.ContainsFunc(naiveName.FindAllString(naiveRest.ReplaceAllString(selector, "")+inside, -1),
		func(name string) bool { return !n[name] })
}

// dead says whether a name outside all brackets is not used.
func (n naive) dead(selector string) bool {
	for strings.Contains(selector, "(") {
		selector = regexp.MustCompile(`\([^()]*\)`).ReplaceAllString(selector, "")
	}
	return slices.ContainsFunc(naiveName.FindAllString(naiveRest.ReplaceAllString(selector, ""), -1),
		func(name string) bool { return !n[name] })
}

// FuzzPurgeLaws makes style sheets from a seed and holds purge to its two laws: a selector whose every name is used is
// never dropped, and one with an unused name outside brackets never stays.
func FuzzPurgeLaws(f *testing.F) {
	for seed := range uint64(300) {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, seed uint64) {
		g := generator{rand.New(rand.NewPCG(seed, 1))}
		used := naive{"html": true, "body": true, "head": true, "tbody": true, "colgroup": true}
		for _, name := range names {
			used[name] = g.IntN(2) == 0
		}
		var sheet strings.Builder
		var selectors []string
		for i := range 12 {
			list := make([]string, 1+g.IntN(4))
			for j := range list {
				list[j] = fmt.Sprintf(`%s[data-n="%d,%d"]`, g.selector(2), i, j)
			}
			selectors = append(selectors, list...)
			rule := strings.Join(list, ", ") + " { color: red }\n"
			if g.IntN(3) == 0 {
				rule = "@media print { @supports (color: red) { " + rule + "} }\n"
			}
			sheet.WriteString(rule)
		}
		var text []string
		for name, is := range used {
			if is {
				text = append(text, "<b class='"+name+"'>")
			}
		}
		left := purge(parseSheet(sheet.String()), newWords(text))
		for _, s := range selectors {
			stays := strings.Contains(left, s)
			if used.allUsed(s) && !stays {
				t.Errorf("dropped, though all of it is used: %s\nused: %v", s, text)
			}
			if used.dead(s) && stays {
				t.Errorf("stays, though a part of it is not used: %s\nused: %v", s, text)
			}
		}
	})
}

var names = []string{"a", "p", "table", "svg", "nhsuk-card", "nhsuk-card__link", "nhsuk-card--wide", "sp-x", "_y", "z9"}

type generator struct{ *rand.Rand }

func (g generator) pick(from ...string) string { return from[g.IntN(len(from))] }

func (g generator) selector(depth int) string {
	s := g.compound(depth)
	for g.IntN(3) == 0 {
		s += g.pick(" ", " > ", "+", " ~ ") + g.compound(depth)
	}
	return s
}

func (g generator) compound(depth int) string {
	s := g.pick("*", "", "", g.pick("a", "p", "table", "svg"))
	for s == "" || g.IntN(2) == 0 {
		s += g.pick(".", ".", "#") + g.pick(names...)
	}
	switch {
	case g.IntN(3) > 0 || depth == 0:
		s += g.pick("", "", ":hover", "::before", `[data-a="b c"]`, "[type=a]", ":nth-child(2n + 1)", ":first-child")
	case g.IntN(2) == 0:
		s += ":not(" + g.compound(0) + ")"
	default:
		s += g.pick(":is", ":where", ":has") + "(" + g.compound(0) + g.pick("", ", "+g.compound(0)) + ")"
	}
	return s
}

// FuzzPurgeAnything: whatever the bytes, purge ends; and what it leaves of a sheet without mistakes it leaves again.
func FuzzPurgeAnything(f *testing.F) {
	data, err := os.ReadFile("testdata/purge.txt")
	if err != nil {
		f.Fatal(err)
	}
	for _, c := range strings.Split(string(data), "=====\n") {
		f.Add(strings.Split(c, "-----\n")[1])
	}
	f.Fuzz(func(t *testing.T, in string) {
		var all strings.Builder
		for _, token := range tokenize(in) {
			all.WriteString(token.text)
		}
		if !strings.HasPrefix(in, all.String()) {
			t.Fatalf("tokens do not make the sheet: %q", all.String())
		}
		used := newWords([]string{"a b p --x"})
		sheet := parseSheet(in)
		purge(sheet, newWords(nil))
		once := purge(sheet, used)
		understood := api.Transform(in, api.TransformOptions{Loader: api.LoaderCSS})
		if len(understood.Errors)+len(understood.Warnings) > 0 {
			return
		}
		if twice := purge(parseSheet(once), used); once != twice {
			t.Errorf("not the same twice:\n%s\n%s", once, twice)
		}
	})
}
