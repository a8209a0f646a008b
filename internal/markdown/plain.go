package markdown

import (
	"bytes"
	"html"
	"slices"
	"strings"

	"signpost/internal/problem"
)

// Plain prints a body that is written in the plainest Markdown: headings, paragraphs, lists with hyphens, tables whose
// columns are not aligned, and in them words, emphasis, code and links to addresses of the site. It says and prints what
// Parse and Render do, at a tenth of the cost; FuzzPlain holds the two against each other. Whatever it is not sure of, a
// mistake above all, it leaves to the library: then it returns nil, and what it wrote to w must be forgotten.
func Plain(w *bytes.Buffer, body []byte, o Options, p Print) *Doc {
	if o.Prose {
		return nil
	}
	d := &Doc{source: body, Headings: make([]Heading, 0, 8), Links: make([]Link, 0, 16)}
	r := plainReader{Buffer: w, Print: p, rest: body, walker: walker{doc: d, options: o, ids: map[string]int{}, level: 1}, line: o.Line}
	for len(r.rest) > 0 {
		if r.rest[0] == '\n' {
			r.next()
			continue
		}
		if !r.block() {
			return nil
		}
	}
	return d
}

// plainReader reads from rest and prints as it goes.
type plainReader struct {
	*bytes.Buffer
	Print
	walker walker
	rest   []byte // from the start of a line
	line   int    // its number in the file
}

// next takes a line without its end.
func (r *plainReader) next() []byte {
	line := r.rest
	if end := bytes.IndexByte(r.rest, '\n'); end >= 0 {
		line, r.rest = r.rest[:end], r.rest[end+1:]
	} else {
		r.rest = nil
	}
	r.line++
	return line
}

// over says whether a block ends here, at an empty line or the end.
func (r *plainReader) over() bool { return len(r.rest) == 0 || r.rest[0] == '\n' }

func (r *plainReader) block() bool {
	switch c := r.rest[0]; {
	case c == '#':
		return r.heading()
	case c == '-':
		return r.list()
	case c == '|':
		return r.table()
	case beginsParagraph(c):
		return r.paragraph()
	}
	return false
}

// beginsParagraph says whether a line that starts so can be nothing but running text.
func beginsParagraph(c byte) bool {
	return isLetter(c) || c >= 0x80 || c == '[' || c == '*' || c == '`' || c == '(' || c == '"' || c == '\''
}

func (r *plainReader) heading() bool {
	line := r.next()
	level := 0
	for level < len(line) && line[level] == '#' {
		level++
	}
	if level < 2 || level > 6 || level > r.walker.level+1 || len(line) < level+2 || line[level] != ' ' || !r.over() {
		return false
	}
	words := line[level+1:]
	if words[0] == ' ' || words[len(words)-1] == ' ' || slices.ContainsFunc(words, func(c byte) bool { return !isPlain[c] }) {
		return false
	}
	text := string(words)
	if strings.TrimSpace(text) == "" { // of spaces that are not in ASCII
		return false
	}
	r.walker.level = level
	id := r.walker.id(text)
	r.walker.doc.Headings = append(r.walker.doc.Headings, Heading{level, id, text})
	tag := "h" + string(rune('0'+level))
	r.WriteString("<" + tag + ` id="` + id + `">`)
	r.Write(words)
	r.WriteString("</" + tag + ">\n")
	return true
}

func (r *plainReader) paragraph() bool {
	r.WriteString("<p>")
	for {
		if !beginsParagraph(r.rest[0]) || !r.inline(r.next(), 0) {
			return false
		}
		if r.over() {
			r.WriteString("</p>\n")
			return true
		}
		r.WriteByte('\n')
	}
}

func (r *plainReader) list() bool {
	r.WriteString(`<ul class="nhsuk-list nhsuk-list--bullet">` + "\n")
	for !r.over() {
		line := r.next()
		if len(line) < 3 || line[0] != '-' || line[1] != ' ' || !beginsParagraph(line[2]) {
			return false
		}
		r.WriteString("<li>")
		if !r.inline(line[2:], 2) {
			return false
		}
		r.WriteString("</li>\n")
	}
	r.WriteString("</ul>\n")
	// After empty lines, another item or an indented line would belong to the list.
	after := bytes.TrimLeft(r.rest, "\n")
	return len(after) == 0 || after[0] != '-' && after[0] != ' '
}

func (r *plainReader) table() bool {
	head := r.next()
	columns := bytes.Count(head, []byte("|")) - 1
	if columns < 1 || r.over() || string(r.next()) != strings.Repeat("| --- ", columns)+"|" {
		return false
	}
	r.WriteString(`<div class="nhsuk-table-container" role="region" aria-label="` + html.EscapeString(r.walker.tableLabel()) + `" tabindex="0"><table class="nhsuk-table">` + "\n" +
		`<thead class="nhsuk-table__head">` + "\n<tr>\n")
	if r.line -= 2; !r.row(head, columns, `<th class="nhsuk-table__header" scope="col">`, "</th>\n") {
		return false
	}
	r.line += 2
	r.WriteString("</tr>\n</thead>\n")
	if !r.over() {
		r.WriteString("<tbody>\n")
		for !r.over() {
			r.WriteString(`<tr class="nhsuk-table__row">` + "\n")
			if !r.row(r.next(), columns, `<td class="nhsuk-table__cell">`, "</td>\n") {
				return false
			}
			r.WriteString("</tr>\n")
		}
		r.WriteString("</tbody>\n")
	}
	r.WriteString("</table></div>\n")
	return true
}

// row prints a line of cells, each with one space on both sides: | one | two |
func (r *plainReader) row(line []byte, columns int, open, end string) bool {
	at := 2
	if !bytes.HasPrefix(line, []byte("| ")) {
		return false
	}
	for ; columns > 0; columns-- {
		cell := bytes.IndexByte(line[at:], '|')
		if cell < 2 || line[at+cell-1] != ' ' {
			return false
		}
		r.WriteString(open)
		if line[at] == ' ' || !r.inline(line[at:at+cell-1], at) {
			return false
		}
		r.WriteString(end)
		if at += cell + 1; columns > 1 {
			if at >= len(line) || line[at] != ' ' {
				return false
			}
			at++
		}
	}
	return at == len(line)
}

// inline prints a line of running text, which begins column bytes into its line of the file.
func (r *plainReader) inline(text []byte, column int) bool {
	if n := len(text); n == 0 || text[0] == ' ' || text[n-1] == ' ' {
		return false
	}
	for i := 0; i < len(text); {
		if text[i] != '[' {
			n := r.words(text, i, false)
			if n < 0 {
				return false
			}
			i += n
			continue
		}
		n := r.link(text, i, column)
		if n < 0 {
			return false
		}
		i += n
	}
	return true
}

// link prints the link that begins at text[i] and returns how long it is written.
func (r *plainReader) link(text []byte, i, column int) int {
	close := bytes.Index(text[i:], []byte("]("))
	if close < 2 {
		return -1
	}
	end := bytes.IndexByte(text[i+close:], ')')
	if end < 0 {
		return -1
	}
	words, dest := text[:i+close], string(text[i+close+2:i+close+end])
	if !isPlainAddress(dest) {
		return -1
	}
	at := problem.Place{File: r.walker.options.File, Line: r.line - 1, Column: column + i + 1}
	r.walker.doc.Links = append(r.walker.doc.Links, Link{dest, false, at})
	if r.Target != nil {
		dest = r.Target(dest)
	}
	r.WriteString(`<a href="`)
	r.WriteString(dest)
	r.WriteString(`">`)
	for k := i + 1; k < len(words); {
		n := r.words(words, k, true)
		if n < 0 {
			return -1
		}
		k += n
	}
	r.WriteString("</a>")
	return close + end + 1
}

// words prints plain words, or one emphasis or code, from text[i] on and returns how long they are written.
func (r *plainReader) words(text []byte, i int, inLink bool) int {
	k := i
	for k < len(text) && isPlain[text[k]] {
		k++
	}
	if k > i {
		r.Write(text[i:k])
		return k - i
	}
	switch text[i] {
	case '"':
		r.WriteString("&quot;")
		return 1
	case '`':
		return r.code(text, i)
	case '*':
		return r.emphasis(text, i)
	}
	return -1
}

func (r *plainReader) code(text []byte, i int) int {
	n := 0
	for k := i + 1; k < len(text) && isPlain[text[k]]; k++ {
		n++
	}
	if n == 0 || text[i+1] == ' ' || text[i+n] == ' ' || i+n+1 >= len(text) || text[i+n+1] != '`' ||
		i+n+2 < len(text) && text[i+n+2] == '`' {
		return -1
	}
	r.WriteString("<code>")
	r.Write(text[i+1 : i+n+1])
	r.WriteString("</code>")
	return n + 2
}

// emphasis prints *words* or **words** that stand free: an opening mark after a space and before a letter or digit, a
// closing one the other way round. Such marks can mean nothing else, by the rules of CommonMark 0.31 §6.2.
func (r *plainReader) emphasis(text []byte, i int) int {
	marks, open, end := 1, "<em>", "</em>"
	if i+1 < len(text) && text[i+1] == '*' {
		marks, open, end = 2, "<strong>", "</strong>"
	}
	from := i + marks
	k := from
	for k < len(text) && isPlain[text[k]] {
		k++
	}
	after := k + marks
	if k == from || after > len(text) || !isLetterOrDigit(text[from]) || !isLetterOrDigit(text[k-1]) ||
		i > 0 && text[i-1] != ' ' && text[i-1] != '(' && text[i-1] != '[' {
		return -1
	}
	for _, c := range text[k:after] {
		if c != '*' {
			return -1
		}
	}
	if after < len(text) && strings.IndexByte(" .,;:?)]", text[after]) < 0 {
		return -1
	}
	r.WriteString(open)
	r.Write(text[from:k])
	r.WriteString(end)
	return after - i
}

// isPlain are the signs that stand for themselves wherever running text goes on.
var isPlain = func() (plain [256]bool) {
	for c := range 256 {
		plain[c] = c >= ' ' && c != 0x7f && strings.IndexByte("\\`*_{}[]<>&!~|\"#", byte(c)) < 0
	}
	return plain
}()

func isLetter(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }

func isLetterOrDigit(c byte) bool { return isLetter(c) || '0' <= c && c <= '9' }

// isPlainAddress says whether a destination is an address of the site that needs no escaping anywhere.
func isPlainAddress(dest string) bool {
	if len(dest) < 2 || dest[0] != '/' || dest[1] == '/' {
		return false
	}
	for i := range len(dest) {
		if c := dest[i]; !isLetterOrDigit(c) && c != '/' && c != '-' && c != '#' {
			return false
		}
	}
	return true
}
