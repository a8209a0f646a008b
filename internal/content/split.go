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

// cut splits a normalised file.
func cut(file string, data []byte) (split, problem.List) {
	at := problem.Place{File: file, Line: 1, Column: 1}
	const shape = "a page begins with a line ---, then keys such as title: Words, then a line ---, then the text"
	if i := invalidUTF8(data); i >= 0 {
		p := at
		p.Line += bytes.Count(data[:i], []byte{'\n'})
		p.Column = i - bytes.LastIndexByte(data[:i], '\n')
		return split{}, problem.List{problem.At(p, "this is not readable as text (byte %#x)", data[i]).
			With("save the file with the encoding UTF-8; in Word choose \"Plain text\" and then \"Unicode (UTF-8)\"")}
	}
	if len(bytes.TrimSpace(data)) == 0 {
		return split{}, problem.List{problem.At(at, "the file is empty").With(shape)}
	}
	first, rest, _ := bytes.Cut(data, []byte("\n"))
	if string(bytes.TrimRight(first, " \t")) != "---" {
		return split{}, problem.List{problem.At(at, "the page has no block of keys at its start").With(shape)}
	}
	line := 2
	for left := rest; len(left) > 0; line++ {
		var l []byte
		start := len(rest) - len(left)
		l, left, _ = bytes.Cut(left, []byte("\n"))
		if string(bytes.TrimRight(l, " \t")) == "---" {
			return split{front: rest[:start], body: left, frontLine: 2, bodyLine: line + 1}, nil
		}
	}
	return split{}, problem.List{problem.At(at, "the block of keys that starts here is never closed").
		With("put a line with three hyphens --- after the last key")}
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
