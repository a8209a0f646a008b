package content

import (
	"bytes"
	"unicode/utf8"

	"signpost/internal/problem"
)

// split parts a file into front matter and body. The line numbers count from 1 and say where each begins in the file.
// front + body + the two lines of hyphens are the whole file: nothing is lost.
type split struct {
	front, body         []byte
	frontLine, bodyLine int
}

var byteOrderMark = []byte("\xef\xbb\xbf")

// normalise removes a byte-order mark and turns CRLF and CR into LF, so that staff may use any editor. Lines keep
// their numbers.
func normalise(data []byte) []byte {
	data = bytes.TrimPrefix(data, byteOrderMark)
	if bytes.IndexByte(data, '\r') < 0 {
		return data
	}
	data = bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
	return bytes.ReplaceAll(data, []byte("\r"), []byte("\n"))
}

// shape is the mend for a page whose front matter cannot be found.
const shape = "a page begins with a line ---, then keys such as title: Words, then a line ---, then the text"

// cut splits a normalised file.
func cut(file string, data []byte) (split, problem.List) {
	at := problem.Place{File: file, Line: 1, Column: 1}
	if found := unreadable(at, data); found != nil {
		return split{}, found
	}
	if len(bytes.TrimSpace(data)) == 0 {
		return split{}, problem.List{problem.At(at, "the file is empty").With(shape)}
	}
	first, rest, _ := bytes.Cut(data, []byte("\n"))
	if !isFence(first) {
		return split{}, problem.List{noFront(at, data)}
	}
	line, nearly := 2, 0
	for left := rest; len(left) > 0; line++ {
		var l []byte
		start := len(rest) - len(left)
		l, left, _ = bytes.Cut(left, []byte("\n"))
		if isFence(l) {
			return split{front: rest[:start], body: left, frontLine: 2, bodyLine: line + 1}, nil
		}
		if nearly == 0 && looksLikeFence(l) {
			nearly = line
		}
	}
	p := problem.At(at, "the block of keys that starts here is never closed").With("put a line with three hyphens --- after the last key")
	if nearly > 0 {
		p = p.With("line %d looks like it: it must be three hyphens, from the first column on, and nothing else", nearly)
	}
	return split{}, problem.List{p}
}

func isFence(line []byte) bool { return string(bytes.TrimRight(line, " \t")) == "---" }

// looksLikeFence recognises what a tired hand or a word processor makes of three hyphens.
func looksLikeFence(line []byte) bool {
	text := bytes.TrimSpace(line)
	return len(text) > 0 && len(text) < 20 && len(bytes.Trim(text, "-–—_+*=")) == 0
}

// noFront says why a file has no front matter, as far as its first lines show it.
func noFront(at problem.Place, data []byte) problem.Problem {
	line := 1
	for left := data; len(left) > 0; line++ {
		var l []byte
		if l, left, _ = bytes.Cut(left, []byte("\n")); len(bytes.TrimSpace(l)) == 0 {
			continue
		}
		at.Line = line
		switch {
		case isFence(l):
			return problem.At(at, "there are empty lines before the block of keys").With("delete what stands above this line")
		case looksLikeFence(l):
			return problem.At(at, "this line must be three hyphens --- from the first column on, and nothing else").With(shape)
		case oneKey.Match(l):
			return problem.At(at, "the line --- above the keys is missing").With(shape)
		}
		break
	}
	at.Line = 1
	return problem.At(at, "the page has no block of keys at its start").With(shape)
}

// unreadable reports bytes that no text in UTF-8 has.
func unreadable(at problem.Place, data []byte) problem.List {
	const mend = "save the file with the encoding UTF-8; in Word choose \"Plain text\" and then \"Unicode (UTF-8)\""
	if bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff")) {
		return problem.List{problem.At(at, "the file is saved with the encoding UTF-16, which is not read here").With(mend)}
	}
	i, what := invalidUTF8(data), "this sign is not saved as UTF-8"
	if zero := bytes.IndexByte(data, 0); zero >= 0 && (i < 0 || zero < i) {
		i, what = zero, "this is not text"
	}
	if i < 0 {
		return nil
	}
	at.Line += bytes.Count(data[:i], []byte{'\n'})
	at.Column = i - bytes.LastIndexByte(data[:i], '\n')
	return problem.List{problem.At(at, "%s (byte %#02x)", what, data[i]).With(mend)}
}

func invalidUTF8(data []byte) int {
	if utf8.Valid(data) {
		return -1
	}
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return -1
}
