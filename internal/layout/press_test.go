package layout

import (
	"bytes"
	"html/template"
	"reflect"
	"strings"
	"testing"
)

// thing is what the templates of these tests see.
type thing struct {
	Words  string
	Safe   template.HTML
	Number int
	List   []string
	Other  *thing
	Any    any
	Map    map[string]any
}

func (t *thing) Shout(s string) string { return strings.ToUpper(s) + t.Words }
func (t *thing) Long() bool            { return len(t.Words) > 3 }

// samples are templates with everything that layouts use, each place of a document among them.
var samples = []string{
	`<p>{{.Words}}</p>`, `<title>{{.Words}}</title>`, `<p title="{{.Words}}">`, `<a href="{{.Words}}">`, `<a href="/x/{{.Words}}">`,
	`<a href="#{{.Words}}">`, `<a href="/?q={{.Words}}">`, `<p>{{.Safe}}</p>`, `<p title="{{.Safe}}">`, `<a href="{{.Safe}}">`, `<title>{{.Safe}}</title>`,
	`<p class="{{if .Long}}a{{else}}b{{end}} {{.Words}}">{{.Number}}</p>`, `<p title={{.Words}}>`, `<script>let a = {{.Words}}</script>`,
	`<style>p { color: {{.Words}} }</style>`, `<p style="color: {{.Words}}">`, `<p onclick="f({{.Words}})">`, `<img srcset="{{.Words}} 2x">`, `<!-- {{.Words}} -->`,
	`{{range .List}}<li>{{.}}</li>{{else}}<p>none</p>{{end}}`, `{{range $i, $w := .List}}{{if $i}}, {{end}}<b>{{$w}}</b>{{$.Words}}{{end}}`,
	`{{with .Other}}<p>{{.Words}}</p>{{else}}{{.Words}}{{end}}`, `{{with $o := .Other}}{{$o.Number}}{{end}}`, `{{.Other.Words}}`, `{{.Any}}`, `{{.Map.a}}`,
	`{{$x := .Words}}{{$y := or $x "nothing"}}<p>{{$y}}</p>`, `{{.Shout "a"}}`, `{{$.Shout .Words | printf "%s!"}}`, `{{len .List}} {{gt (len .List) 1}}`,
	`{{if and .Long (not .List)}}1{{end}}{{if eq .Words "a" "b"}}2{{end}}{{if ne .Number 3}}3{{end}}`, `{{eq .Other .Other}}`, `{{.Missing}}`,
	`{{template "inner" .Words}}{{define "inner"}}<p>{{.}}</p>{{end}}`, `<a title="{{template "in" .}}">{{define "in"}}{{.Words}}{{end}}`, `{{contains .Words "a"}}`,
	`{{range .List}}{{break}}{{end}}`, `{{index .List 0}}`, `{{range $i := 3}}{{$i}}{{end}}`, `{{$x := 1}}{{if .Long}}{{$x = 2}}{{end}}{{$x}}`, `{{.Words | html}}`, `{{nil}}`,
}

// FuzzPress holds the press against html/template: the same bytes, or left to it.
func FuzzPress(f *testing.F) {
	for _, s := range []string{"", "plain", `<b>&"'+` + "\x00`=", "javascript:alert(1)", "https://a.b/c?d=e&f=g#h", "mailto:a@b.c", "/a b/ü", "\xff\xfe", "//x:y", "a, b", "%41%zz", "</script>"} {
		f.Add(s, 3, true)
		f.Add(s, 0, false)
	}
	type pair struct {
		source   string
		press    *press
		standard *template.Template
	}
	var pairs []pair
	for _, source := range samples {
		t, err := template.New("base").Funcs(Funcs()).Parse(source)
		if err != nil {
			continue
		}
		other, err := t.Clone()
		if err != nil {
			f.Fatal(err)
		}
		p := newPress(t, Funcs())
		_ = t.Execute(new(bytes.Buffer), nil)
		p.base = compile(t, p.funcs)
		pairs = append(pairs, pair{source, p, other})
	}
	f.Fuzz(func(t *testing.T, words string, number int, other bool) {
		data := &thing{Words: words, Safe: template.HTML(words), Number: number, Any: words, Map: map[string]any{"a": number}}
		if other {
			data.Other, data.List, data.Any = &thing{Words: words + words}, []string{words, "x"}, data.Number
		}
		for _, p := range pairs {
			var want bytes.Buffer
			err := p.standard.Execute(&want, data)
			if got, done := printed(p.press, data); done && (err != nil || got != want.String()) {
				t.Errorf("%s with %q: the press prints %q, html/template %q (%v)", p.source, words, got, want.String(), err)
			}
		}
	})
}

// printed is what the press itself prints, and whether it does.
func printed(p *press, data any) (s string, done bool) {
	if p.base == nil {
		return "", false
	}
	defer func() { _ = recover() }()
	var b bytes.Buffer
	dot := reflect.ValueOf(data)
	p.base(&sheetOfPaper{Buffer: &b, vars: []reflect.Value{dot}}, dot)
	return b.String(), true
}

// What layouts are made of must not be left to html/template, or every page would be printed slowly without a word.
func TestPressKnowsLayouts(t *testing.T) {
	data := &thing{Words: "words", Safe: "<b>bold</b>", Other: &thing{}, List: []string{"a", "b"}}
	for _, source := range samples[:9] {
		set := template.Must(template.New("base").Parse(source))
		_ = set.Execute(new(bytes.Buffer), nil)
		p := newPress(set)
		p.base = compile(set, p.funcs)
		if _, done := printed(p, data); !done {
			t.Errorf("%s is left to html/template", source)
		}
	}
}
