package search

import (
	"bytes"
	stdhtml "html"
	"slices"
	"strings"
	"sync"

	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/html"
)

// Text is what a printed page says, under its headings.
type Text []Section

// Section is one heading with the text below it, up to the next. The first has no heading; a heading may have no ID.
type Section struct{ ID, Heading, Text string }

// upTo returns the sections, each with its id, heading and text, cut to so many words in all: the longest are cut first, to
// one length, because where a page says something matters more than every word of it.
func (t Text) upTo(limit int) [][]string {
	lengths := make([]int, len(t))
	for i, s := range t {
		lengths[i] = strings.Count(s.Text, " ") + 1
	}
	longest, left := 0, limit
	slices.Sort(lengths)
	for i, n := range lengths {
		longest = left / (len(lengths) - i)
		if n > longest {
			break
		}
		longest, left = n, left-n
	}
	out := [][]string{}
	for _, s := range t {
		if text := cut(s.Text, longest); text != "" {
			out = append(out, []string{s.ID, s.Heading, text})
		}
	}
	return out
}

// cut returns the first words of a text, and says that there are more.
func cut(text string, words int) string {
	if words <= 0 {
		return ""
	}
	if first := firstWords(text, words); len(first) < len(text) {
		return first + " …"
	}
	return text
}

// firstWords returns what stands before so many spaces.
func firstWords(text string, words int) string {
	for i := range len(text) {
		if text[i] == ' ' {
			if words--; words == 0 {
				return text[:i]
			}
		}
	}
	return text
}

// Read returns what a printed page says: what is searched is what is read. It takes the first article of the page, or
// all of main, without title and summary, which the page itself gives, and without menus and drawings. It stops after so
// many words, because an index of everything that a large site says is more than a reader should have to load.
func Read(page []byte, limit int) Text {
	r := reader{left: limit, text: Text{{}}}
	if start := bytes.Index(page, []byte("<main")); start >= 0 {
		page = page[start:]
		if article := bytes.Index(page, []byte("<article")); article >= 0 {
			page = page[article:]
		}
		room := rooms.Get().(*bytes.Buffer)
		defer rooms.Put(room)
		room.Reset()
		room.Write(page) // in which the lexer changes names to lower case
		r.lexer = html.NewLexer(parse.NewInput(room))
		r.read()
	}
	r.end()
	return slices.DeleteFunc(r.text, func(s Section) bool { return s.Heading == "" && s.Text == "" })
}

// rooms are what pages are copied into.
var rooms = sync.Pool{New: func() any { return new(bytes.Buffer) }}

type reader struct {
	lexer *html.Lexer
	left  int
	text  Text
	run   []byte // of the paragraph being read
	said  []byte // under the last heading, paragraph by paragraph
	head  bool   // inside a heading
	id    string // of the heading, or of the section around it
}

// unread are elements whose words are no part of what a page says. Of drawings and formulas the lexer makes one token.
var unread = map[string]bool{
	"nav": true, "footer": true, "script": true, "style": true, "noscript": true, "template": true, "button": true,
	"select": true, "textarea": true, "h1": true,
}

// unreadClasses are the same for classes: title and summary, words for screen readers, the same choices again and again.
var unreadClasses = []string{"nhsuk-lede-text", "nhsuk-u-visually-hidden", "nhsuk-radios", "nhsuk-checkboxes", "sp-reviewed", "sp-shortlist", "sp-scripted", "sp-noprint"}

// inline elements do not end a paragraph.
var inline = map[string]bool{
	"a": true, "strong": true, "em": true, "span": true, "code": true, "abbr": true, "del": true, "b": true, "i": true,
	"input": true, "img": true,
}

func (r *reader) read() {
	for {
		switch kind, data := r.lexer.Next(); kind {
		case html.ErrorToken:
			r.flush()
			return
		case html.TextToken:
			r.run = append(r.run, unescaped(data)...)
		case html.StartTagToken:
			if t := r.tag(); t.hidden {
				r.skip(t.name)
			} else {
				r.open(t)
			}
		case html.EndTagToken:
			name := r.lexer.Text()
			if string(name) == "main" || string(name) == "article" || r.left <= 0 && !r.head {
				r.flush()
				return
			}
			r.close(name)
		}
	}
}

// unescaped returns what is meant by a text or a value.
func unescaped(text []byte) []byte {
	if bytes.IndexByte(text, '&') < 0 {
		return text
	}
	return []byte(stdhtml.UnescapeString(string(text)))
}

// tag is what is read of a tag.
type tag struct {
	name   []byte
	id     string
	hidden bool // with all it holds, if it can hold anything
}

// tag reads the tag whose name the lexer stands at, to its end.
func (r *reader) tag() tag {
	t := tag{name: r.lexer.Text()}
	t.hidden = unread[string(t.name)]
	for {
		switch kind, _ := r.lexer.Next(); kind {
		case html.AttributeToken:
			r.attribute(&t)
		case html.StartTagVoidToken:
			t.hidden = false
			return t
		default:
			t.hidden = t.hidden && !isVoid(string(t.name))
			return t
		}
	}
}

func (r *reader) attribute(t *tag) {
	value := unescaped(bytes.Trim(r.lexer.AttrVal(), `"'`))
	switch string(r.lexer.AttrKey()) {
	case "id":
		t.id = string(value)
	case "class":
		for class := range bytes.FieldsSeq(value) {
			t.hidden = t.hidden || slices.Contains(unreadClasses, string(class))
		}
	case "hidden", "data-unsearched":
		t.hidden = true
	case "aria-labelledby":
		t.hidden = t.hidden || string(value) == "related"
	}
}

func (r *reader) open(t tag) {
	switch string(t.name) {
	case "h2", "h3", "h4", "h5", "h6":
		r.flush()
		r.head = true
		if t.id != "" {
			r.id = t.id
		}
	case "section":
		r.flush()
		r.id = t.id
	case "br":
		r.run = append(r.run, ' ')
	default:
		if !inline[string(t.name)] && string(t.name) != "dd" {
			r.flush()
		}
	}
}

func (r *reader) close(name []byte) {
	switch string(name) {
	case "h2", "h3", "h4", "h5", "h6":
		r.end()
		r.text = append(r.text, Section{ID: r.id, Heading: string(r.take())})
		r.head, r.id = false, ""
	case "dt":
		r.run = append(r.run, ": "...) // one line with what it explains
	default:
		if !inline[string(name)] {
			r.flush()
		}
	}
}

// skip passes over an element with all it holds.
func (r *reader) skip(name []byte) {
	for depth := 1; depth > 0; {
		switch kind, _ := r.lexer.Next(); {
		case kind == html.ErrorToken:
			return
		case kind == html.StartTagToken && bytes.Equal(r.lexer.Text(), name):
			depth++
		case kind == html.EndTagToken && bytes.Equal(r.lexer.Text(), name):
			depth--
		}
	}
}

// flush puts the paragraph read under the last heading, as a line of its own.
func (r *reader) flush() {
	line := r.take()
	if len(line) == 0 || r.left <= 0 {
		return
	}
	// take has put single spaces between the words.
	found := bytes.Count(line, space) + 1
	if found > r.left {
		line = []byte(firstWords(string(line), r.left))
	}
	r.left -= found
	if len(r.said) > 0 {
		r.said = append(r.said, '\n')
	}
	r.said = append(r.said, line...)
}

// end closes what is said under the last heading.
func (r *reader) end() {
	r.text[len(r.text)-1].Text = string(r.said)
	r.said = r.said[:0]
}

var space = []byte{' '}

// take returns the words read so far with single spaces between them, until more is read.
func (r *reader) take() []byte {
	line := r.run[:0]
	for word := range bytes.FieldsSeq(r.run) {
		if len(line) > 0 {
			line = append(line, ' ')
		}
		line = append(line, word...) // never beyond where the word stood
	}
	r.run = r.run[:0]
	return line
}

// isVoid says whether an element has no end tag.
func isVoid(name string) bool {
	return name == "input" || name == "img" || name == "br" || name == "hr"
}
