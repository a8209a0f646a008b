package preview

import (
	"bytes"
	"cmp"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"unicode/utf8"

	"signpost/internal/build"
	"signpost/internal/problem"
)

// mistake is a Problem as a page shows it, with the line it stands in. Place is empty for a machine's failure.
type mistake struct {
	Place   string   `json:"place"`
	Message string   `json:"message"`
	Notes   []string `json:"notes"`
	Line    int      `json:"line"` // 0 when the line cannot be shown
	Before  string   `json:"before"`
	Marked  string   `json:"marked"`
	After   string   `json:"after"`
}

// maxLineBytes is how much of a long line is shown on either side of the mark.
const maxLineBytes = 120

// describe turns the Problems that stop the site into what pages show.
func describe(found problem.List, source build.Source) []mistake {
	var list []mistake
	for _, p := range found {
		if p.Level != problem.Error {
			continue
		}
		m := mistake{Place: p.File, Message: p.Message, Notes: slices.Clone(p.Notes)}
		if p.Suggestion != "" {
			m.Notes = append(m.Notes, fmt.Sprintf("did you mean %q?", p.Suggestion))
		}
		if p.Line > 0 {
			m.Place = fmt.Sprintf("%s:%d:%d", p.File, p.Line, max(p.Column, 1))
			m.excerpt(lineOf(source, p.File, p.Line), p.Place)
		}
		list = append(list, m)
	}
	return list
}

// lineOf returns a line of a file as messages name it, "" if it cannot be had: the file may be gone by now.
func lineOf(source build.Source, file string, line int) []byte {
	folder, name, _ := strings.Cut(file, "/")
	fsys := map[string]fs.FS{"content": source.Content, "layouts": source.Layouts, "assets": source.Assets}[folder]
	if fsys == nil {
		return nil
	}
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil
	}
	for i := 1; i < line; i++ {
		_, after, more := bytes.Cut(data, []byte("\n"))
		if !more {
			return nil
		}
		data = after
	}
	text, _, _ := bytes.Cut(data, []byte("\n"))
	return bytes.TrimSuffix(text, []byte("\r"))
}

// excerpt cuts the line in three: what stands before the mistake, the mistake, and what follows.
func (m *mistake) excerpt(line []byte, at problem.Place) {
	if len(line) == 0 {
		return
	}
	start := min(max(at.Column, 1)-1, len(line))
	end := min(start+max(at.Length, 1), len(line))
	// A mark never splits a letter.
	for start > 0 && start < len(line) && !utf8.RuneStart(line[start]) {
		start--
	}
	for end < len(line) && !utf8.RuneStart(line[end]) {
		end++
	}
	before, marked, after := line[:start], line[start:end], line[end:]
	m.Line = at.Line
	m.Before, m.Marked, m.After = clean(before), clean(marked), clean(after)
	if len(before) > maxLineBytes {
		m.Before = "…" + clean(before[len(before)-maxLineBytes:])
	}
	if len(marked) > maxLineBytes {
		m.Marked = clean(marked[:maxLineBytes]) + "…"
	}
	if len(after) > maxLineBytes {
		m.After = clean(after[:maxLineBytes]) + "…"
	}
	m.Marked = cmp.Or(m.Marked, " ") // at the end of a line there is nothing to mark
}

// clean makes bytes fit to be shown: what is no text becomes a question mark, a tab four spaces.
func clean(b []byte) string {
	return strings.ReplaceAll(strings.ToValidUTF8(string(b), "\uFFFD"), "\t", "    ")
}
