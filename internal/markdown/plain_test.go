package markdown

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// samePlain holds the short way against the library, where the short way answers.
func samePlain(t *testing.T, body string) (answered bool) {
	t.Helper()
	o := Options{File: "a.md", Line: 7, Claim: "question", Words: map[string]bool{"trainee": true}}
	p := Print{Target: func(dest string) string { return "/base" + dest }, Words: map[string]string{"trainee": "doctor"}}
	var got bytes.Buffer
	short := Plain(&got, []byte(body), o, p)
	if short == nil {
		return false
	}
	long := Parse([]byte(body), o)
	if len(long.Problems) > 0 || len(long.Fences) > 0 {
		t.Fatalf("%q is printed, and the library says %v %v", body, long.Problems, long.Fences)
	}
	var want bytes.Buffer
	if err := long.Render(&want, p); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want.String(), got.String()); diff != "" {
		t.Fatalf("%q (-library +plain):\n%s", body, diff)
	}
	if diff := cmp.Diff([]any{long.Headings, long.Links}, []any{short.Headings, short.Links}, cmpopts.EquateEmpty()); diff != "" {
		t.Fatalf("%q (-library +plain):\n%s", body, diff)
	}
	return true
}

var plainBodies = []string{
	"", "\n\n", "Words.\n", "Words", "Two\nlines.\n\nAnd more.\n",
	"## Part\n\nWords.\n\n### Below it\n\n## Part\n",
	"*One*, **two** and `three`. (*Four* it is)\n",
	"See [one *two* `three`](/a/b-1/#c).\n\n[At](/a/) the start, and [at the end](/b)\n",
	"- one\n- *two* [three](/c/)\n\nWords\n", "- one\n", "She said \"no\", didn’t she?\n",
	"## Part\n\n| A | B c | *D* |\n| --- | --- | --- |\n| 1 | [x](/y/) | `z` |\n| 2 | - | 3 |\n\nWords\n", "| A |\n| --- |\n",
}

// left are bodies that mean something else than they seem to, or hold a mistake.
var left = []string{
	"# One\n", "#### Jump\n", "##\n", "## \n", "##  Two spaces\n", "## Part #\n", "## Part {#own}\n", "## A\nB\n", "Words\n## Part\n",
	"- one\n\n- two\n", "- one\n\n  more\n", "- one\n  more\n", "- - one\n", "-\n", "- \n", "-- one\n", "---\n", "- one\nlazy\n",
	"Words\n---\n", "Words\n===\n", "Words\n- one\n", "Words  \nbroken\n", "Words \n", " Words\n", "\tWords\n", "1. one\n", "> Words\n", "~~~\nx\n~~~\n", "```\nx\n```\n",
	"a*b*c\n", "* one\n", "*one\n", "**one*\n", "***one***\n", "*one**\n", "* one*\n", "*one *\n", "a *one*b\n", "*one*two\n", "2 * 3\n", "*a **b** c*\n",
	"`one\n", "``one``\n", "` one`\n", "`one``\n", "`a<b`\n", "a_b_c\n", "a ~~b~~\n", "a & b\n", "a < b\n", "\\*a\n", "<b>x</b>\n", "{{trainee}}\n", "![x](/a.png)\n",
	"[x]\n\n[x]: /y/\n", "[x][y]\n", "[](/a/)\n", "[x](/a b/)\n", "[x](/a/ \"t\")\n", "[x](//a/)\n", "[x](/a%20/)\n", "[[x](/a/)](/b/)\n", "[x](https://a.example/)\n", "[*x](/a/)*\n", "[x](/a/\n", "[x\ny](/a/)\n",
	"| A |\n|---|\n", "| A | B |\n| --- |\n", "| A |\n| --- |\n| 1 | 2 |\n", "| A | B |\n| --- | --- |\n| 1 |\n", "| A |\n| --- |\nWords\n", "| A |\n| :-- |\n", "|  |\n| --- |\n", "| `a|b` |\n| --- |\n",
	"::: inset\nx\n:::\n", "```question\nid: a\n```\n",
}

func TestPlain(t *testing.T) {
	for _, body := range plainBodies {
		if !samePlain(t, body) {
			t.Errorf("%q is left to the library", body)
		}
	}
	for _, body := range left {
		if Plain(new(bytes.Buffer), []byte(body), Options{}, Print{}) != nil {
			samePlain(t, body)
			t.Logf("%q is printed the short way", body)
		}
	}
}

// TestPlainAtRandom puts pieces together that mean something to Markdown, which a fuzzer takes long to find.
func TestPlainAtRandom(t *testing.T) {
	pieces := strings.Split("a|b c|*|**|`|[|](/a/)|](/|)|(|.|,| |  |\n|\n\n|- |## |### |é|’|\"|'|!|:|1|1.|-|--|&|x|\\|| | --- |\n|~|_|+|=|#|{|}|<|>|\u00a0|\u2028|?|/|@|;|$|%|^", "|")
	answered := 0
	for seed := range uint64(60_000) {
		random := rand.New(rand.NewPCG(seed, 5))
		var b strings.Builder
		for range 1 + random.IntN(12) {
			b.WriteString(pieces[random.IntN(len(pieces))])
			if random.IntN(3) == 0 {
				b.WriteString(fmt.Sprint("w", random.IntN(3)))
			}
		}
		if samePlain(t, b.String()) {
			answered++
		}
	}
	if answered < 1000 {
		t.Errorf("only %d bodies were printed the short way", answered)
	}
}

func FuzzPlain(f *testing.F) {
	for _, body := range append(plainBodies, left...) {
		f.Add(body)
	}
	f.Fuzz(func(t *testing.T, body string) { samePlain(t, body) })
}
