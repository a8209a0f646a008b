package search

import (
	"bytes"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
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
		r.z = html.NewTokenizer(bytes.NewReader(page))
		r.read()
	}
	r.end()
	return slices.DeleteFunc(r.text, func(s Section) bool { return s.Heading == "" && s.Text == "" })
}

type reader struct {
	z    *html.Tokenizer
	left int
	text Text
	run  []byte // of the paragraph being read
	said []byte // under the last heading, paragraph by paragraph
	head bool   // inside a heading
	id   string // of the heading, or of the section around it
}

// unread are elements whose words are no part of what a page says.
var unread = map[atom.Atom]bool{
	atom.Nav: true, atom.Footer: true, atom.Script: true, atom.Style: true, atom.Svg: true, atom.Noscript: true,
	atom.Template: true, atom.Button: true, atom.Select: true, atom.Textarea: true, atom.H1: true,
}

// unreadClasses are the same for classes: title and summary, words for screen readers, the same choices again and again.
var unreadClasses = []string{"nhsuk-lede-text", "nhsuk-u-visually-hidden", "nhsuk-radios", "nhsuk-checkboxes", "sp-reviewed", "sp-shortlist", "sp-scripted", "sp-noprint"}

// inline elements do not end a paragraph.
var inline = map[atom.Atom]bool{
	atom.A: true, atom.Strong: true, atom.Em: true, atom.Span: true, atom.Code: true, atom.Abbr: true, atom.Del: true,
	atom.B: true, atom.I: true, atom.Input: true, atom.Img: true,
}

func (r *reader) read() {
	for {
		switch kind := r.z.Next(); kind {
		case html.ErrorToken:
			r.flush()
			return
		case html.TextToken:
			r.run = append(r.run, r.z.Text()...)
		case html.StartTagToken, html.SelfClosingTagToken:
			t := r.tag()
			if kind == html.StartTagToken && (unread[t.is] || t.hidden) {
				r.skip(t.name)
				continue
			}
			r.open(t)
		case html.EndTagToken:
			t := r.tag()
			if t.is == atom.Main || t.is == atom.Article || r.left <= 0 && !r.head {
				r.flush()
				return
			}
			r.close(t)
		}
	}
}

// tag is what is read of a tag.
type tag struct {
	is     atom.Atom
	name   string // of an element that is passed over
	id     string
	hidden bool
}

// tag reads the tag that the tokenizer stands at. Its own Token makes a list of all attributes, which costs more than
// the rest of the reading.
func (r *reader) tag() (t tag) {
	name, more := r.z.TagName()
	t.is = atom.Lookup(name)
	var key, value []byte
	for more {
		key, value, more = r.z.TagAttr()
		switch string(key) {
		case "id":
			t.id = string(value)
		case "class":
			for class := range bytes.FieldsSeq(value) {
				t.hidden = t.hidden || slices.Contains(unreadClasses, string(class))
			}
		case "hidden", "data-unsearched":
			t.hidden = t.hidden || !isVoid(t.is)
		case "aria-labelledby":
			t.hidden = t.hidden || string(value) == "related" && !isVoid(t.is)
		}
	}
	if t.hidden || unread[t.is] {
		t.name = string(name)
	}
	return t
}

func (r *reader) open(t tag) {
	switch t.is {
	case atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		r.flush()
		r.head = true
		if t.id != "" {
			r.id = t.id
		}
	case atom.Section:
		r.flush()
		r.id = t.id
	case atom.Br:
		r.run = append(r.run, ' ')
	default:
		if !inline[t.is] && t.is != atom.Dd {
			r.flush()
		}
	}
}

func (r *reader) close(t tag) {
	switch t.is {
	case atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		r.end()
		r.text = append(r.text, Section{ID: r.id, Heading: string(r.take())})
		r.head, r.id = false, ""
	case atom.Dt:
		r.run = append(r.run, ": "...) // one line with what it explains
	default:
		if !inline[t.is] {
			r.flush()
		}
	}
}

// skip passes over an element with all it holds.
func (r *reader) skip(name string) {
	for depth := 1; depth > 0; {
		kind := r.z.Next()
		if kind == html.ErrorToken {
			return
		}
		if tag, _ := r.z.TagName(); string(tag) == name {
			switch kind {
			case html.StartTagToken:
				depth++
			case html.EndTagToken:
				depth--
			}
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

func isVoid(a atom.Atom) bool {
	return a == atom.Input || a == atom.Img || a == atom.Br || a == atom.Hr
}
