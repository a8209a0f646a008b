package search

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"signpost/internal/cache"
)

func TestFold(t *testing.T) {
	for word, want := range map[string]string{
		"Nights": "night", "therapies": "therapy", "obstetrics": "obstetric", "diabetes": "diabete", "sas": "sas",
		"illness": "illness", "virus": "virus", "GPs": "gps", "shoes": "shoe", "Zoë": "zoë",
	} {
		if got := fold(word); got != want {
			t.Errorf("fold(%q) = %q, want %q", word, got, want)
		}
	}
}

func TestCount(t *testing.T) {
	c := newCounter(newConcepts([][]string{{"O&G", "obstetrics and gynaecology"}, {"LTFT", "less than full time", "Less-than-full-time"}, {"&"}}), nil)
	for text, want := range map[string]string{
		"O&G":                                "o g =0",
		"Obstetrics and gynaecology or LTFT": "obstetric and gynaecology or ltft =0 =1",
		"time full than less":                "time full than less",
		"less than full time":                "less than full time =1",
		"O'Neill’s 24/7":                     "o neill s 24 7",
		"Zoë,\u00a0naïve\xff½ — 日本":          "zoë naïve ½ 日本",
		"":                                   "",
		"full|time less than|full time":      "full time less than full time =1",
	} {
		c.count(strings.Split(text, "|")...)
		var terms []string
		for _, place := range c.run {
			terms = append(terms, c.terms[place].word)
		}
		if got := strings.Join(terms, " "); got != want {
			t.Errorf("%q has the terms %q, want %q", text, got, want)
		}
	}
}

func TestIndexPrint(t *testing.T) {
	c := newCounter(newConcepts(nil), map[string]bool{"the": true, "a": true})
	var fragments []Fragment
	for _, texts := range [][][]string{
		{{"Heart"}, nil, nil, {"The heart,", "the hearts"}, {"a"}}, {nil, nil, nil, nil, nil}, {{"Heart"}, nil, nil, {"blood"}, nil},
	} {
		var w cache.Writer
		w.Text("{}")
		c.write(&w, texts)
		f := Fragment(w.Data)
		if got := f.record(); got != "{}" {
			t.Errorf("the record came back as %q", got)
		}
		fragments = append(fragments, f)
	}
	got, in := "", merge(fragments)
	for _, part := range in.print() {
		got += part.String()
	}
	if want := `blood 3:2\\nheart 0:0,2;3:0*2`; got != want {
		t.Errorf("printed %q, want %q", got, want)
	}
	// Four different words as written, though "the" is not searched and two fold to one.
	if got := in.lengths[0][3]; got != 4 {
		t.Errorf("length %d, want 4", got)
	}
	if got := in.averages[0]; got != (1.0*1/2*2+1)/3 {
		t.Errorf("average %v", got)
	}
}

const page = `<body><nav>Menu</nav><main><h1>T</h1><p class="nhsuk-lede-text">Summary.</p>
<p>Before &amp; above<br>it.</p><nav><ul><li>Contents</li></ul></nav>
<section id="s"><h2>One <em>two</em></h2><svg><path></path></svg><p>A <a href="/">b</a>, c<span class="nhsuk-u-visually-hidden"> unseen <span>x</span></span>.</p><ul><li>x</li><li>y</li></ul></section>
<h3 id="t">Three</h3><dl><div><dt>Key</dt><dd>Value</dd></div></dl>
<section aria-labelledby="related"><h2 id="related">Related pages</h2><p>no</p></section><footer>Reviewed</footer></main><p>After</p></body>`

func TestRead(t *testing.T) {
	want := Text{
		{"", "", "Before & above it."},
		{"s", "One two", "A b, c.\nx\ny"},
		{"t", "Three", "Key: Value"},
	}
	if diff := cmp.Diff(want, Read([]byte(page), 100)); diff != "" {
		t.Error(diff)
	}
	want[1].Text, want = "A b, c.", want[:2]
	if diff := cmp.Diff(want, Read([]byte(page), 7)); diff != "" {
		t.Errorf("stopped after seven words:\n%s", diff)
	}
	if diff := cmp.Diff(Text{{"", "", "Write &lt; for <."}}, Read([]byte("<main><p>Write &amp;lt; for &lt;.</p>"), 9)); diff != "" {
		t.Errorf("a text is read as it is shown:\n%s", diff)
	}
	article := `<main><p>out</p><article><p>in</p></article><p>out</p></main>`
	if diff := cmp.Diff(Text{{"", "", "in"}}, Read([]byte(article), 9)); diff != "" {
		t.Error(diff)
	}
	for _, broken := range []string{"", "<main", "<main><svg>", "<main><h2>x"} {
		Read([]byte(broken), 9) // must come back
	}
}

func TestUpTo(t *testing.T) {
	text := Text{{"a", "A", "one two three four"}, {"b", "B", "five"}, {"c", "C", ""}}
	want := [][]string{{"a", "A", "one two …"}, {"b", "B", "five"}}
	if diff := cmp.Diff(want, text.upTo(4)); diff != "" {
		t.Error(diff)
	}
	if got := text.upTo(0); len(got) != 0 {
		t.Errorf("nothing may be shown, but got %q", got)
	}
	if got := text.upTo(100)[0][2]; got != "one two three four" {
		t.Errorf("cut to %q", got)
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(page), 5)
	f.Fuzz(func(t *testing.T, data []byte, limit int) {
		n := 0
		for _, s := range Read(data, limit) {
			n += len(strings.Fields(s.Text))
		}
		if n > max(limit, 0) {
			t.Errorf("read %d words, at most %d were wanted", n, limit)
		}
	})
}
