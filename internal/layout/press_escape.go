package layout

import (
	"bytes"
	"html/template"
	"reflect"
	"strconv"
	"strings"
	"sync"
	"text/template/parse"
)

// escaperPrefix begins the names of the functions that html/template adds to a pipeline.
const escaperPrefix = "_html_template_"

func isEscaper(name string) bool { return strings.HasPrefix(name, escaperPrefix) }

// places are the places of a document that are known here, by the escapers that html/template puts there, each with a
// template that stands for it. Values that are not plain text are escaped by executing that template.
var places = map[string]struct {
	before, after string
	fast          func(*bytes.Buffer, string) bool
}{
	"htmlescaper":                         {"<p>", "</p>", escapeText},
	"rcdataescaper":                       {"<title>", "</title>", escapeText},
	"attrescaper":                         {`<p title="`, `">`, escapeText},
	"urlfilter urlnormalizer attrescaper": {`<a href="`, `">`, escapeAddress},
	"urlnormalizer attrescaper":           {`<a href="/`, `">`, escapeAddress},
	"urlescaper attrescaper":              {`<a href="#`, `">`, escapeWord},
}

// escaperFor returns what prints a value at a place with these escapers.
func escaperFor(names []string) func(*bytes.Buffer, reflect.Value) {
	for i := range names {
		names[i] = strings.TrimPrefix(names[i], escaperPrefix)
	}
	place, ok := places[strings.Join(names, " ")]
	if !ok {
		giveUp("escapers " + strings.Join(names, " "))
	}
	standard := sync.OnceValue(func() *template.Template {
		t := template.Must(template.New("place").Parse(place.before + "{{.}}" + place.after))
		_ = t.Execute(new(bytes.Buffer), "")
		if !samePlace(t, names) {
			return nil
		}
		return t
	})
	html := len(names) == 1 && names[0] == "htmlescaper"
	return func(b *bytes.Buffer, v reflect.Value) {
		v = inside(v)
		if !v.IsValid() {
			giveUp("nothing to print")
		}
		switch {
		case v.Type() == stringType && place.fast(b, v.String()):
			return
		case html && v.Type() == htmlType:
			b.WriteString(v.String())
			return
		case html && v.Type() == intType:
			b.WriteString(strconv.FormatInt(v.Int(), 10))
			return
		}
		t := standard()
		if t == nil || !v.CanInterface() {
			giveUp("a value that cannot be escaped here")
		}
		var out bytes.Buffer
		if err := t.Execute(&out, v.Interface()); err != nil {
			giveUp(err.Error())
		}
		b.Write(bytes.TrimSuffix(out.Bytes()[len(place.before):], []byte(place.after)))
	}
}

// samePlace says whether html/template put the very same escapers into the template that stands for the place.
func samePlace(t *template.Template, names []string) bool {
	for _, n := range t.Tree.Root.Nodes {
		if action, ok := n.(*parse.ActionNode); ok {
			cmds := action.Pipe.Cmds[1:]
			if len(cmds) != len(names) {
				return false
			}
			for i, c := range cmds {
				if id, ok := c.Args[0].(*parse.IdentifierNode); !ok || id.Ident != escaperPrefix+names[i] {
					return false
				}
			}
		}
	}
	return true
}

var (
	stringType = reflect.TypeFor[string]()
	htmlType   = reflect.TypeFor[template.HTML]()
	intType    = reflect.TypeFor[int]()
)

// escapeText writes text as html/template does between tags and in quoted attributes.
func escapeText(b *bytes.Buffer, s string) bool {
	written := 0
	for i := range len(s) {
		var escaped string
		switch s[i] {
		case 0:
			escaped = "\uFFFD"
		case '"':
			escaped = "&#34;"
		case '&':
			escaped = "&amp;"
		case '\'':
			escaped = "&#39;"
		case '+':
			escaped = "&#43;"
		case '<':
			escaped = "&lt;"
		case '>':
			escaped = "&gt;"
		default:
			continue
		}
		b.WriteString(s[written:i])
		b.WriteString(escaped)
		written = i + 1
	}
	b.WriteString(s[written:])
	return true
}

// escapeAddress writes an address in which nothing needs escaping; it leaves every other to html/template. A colon is
// such a sign unless the address begins like a web address, because a scheme could be dangerous.
func escapeAddress(b *bytes.Buffer, s string) bool {
	rest, _ := strings.CutPrefix(s, "https://")
	for i := range len(rest) {
		if c := rest[i]; !isPlain(c) && c != '/' && c != '#' {
			return false
		}
	}
	b.WriteString(s)
	return true
}

// escapeWord writes what stands in a query or after a #, where only plain signs need no escaping.
func escapeWord(b *bytes.Buffer, s string) bool {
	for i := range len(s) {
		if !isPlain(s[i]) {
			return false
		}
	}
	b.WriteString(s)
	return true
}

func isPlain(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '-' || c == '_' || c == '.'
}
