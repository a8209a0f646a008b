// Package problem describes an author's mistake: its place, what is wrong, why, and how to mend it.
//
// A Problem is not an error. Problems are collected, sorted and printed together; a machine failure is an error
// and stops the program.
package problem

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
)

// Level says whether a Problem keeps the site from being published.
type Level string

// The two levels: an Error stops publishing, a Warning is printed and the site is still written.
const (
	Error   Level = "error"
	Warning Level = "warning"
)

// Place is where a mistake stands. File is the path as the author knows it, with forward slashes; Line and Column
// count from 1, Column in bytes. Line 0 means the whole file. Length is the number of bytes to mark, 0 if unknown.
type Place struct {
	File   string `json:"file"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
	Length int    `json:"length,omitempty"`
}

// Problem is one mistake. Message says what is wrong in lower case and without a full stop; Notes give cause,
// allowed values and mend, one line each; Suggestion is the word the author probably meant, if there is one.
type Problem struct {
	Place
	Level      Level    `json:"level"`
	Message    string   `json:"message"`
	Notes      []string `json:"notes,omitempty"`
	Suggestion string   `json:"suggestion,omitempty"`
}

// At makes a Problem of level Error at a place; format and args give its message.
func At(p Place, format string, args ...any) Problem {
	return Problem{Place: p, Level: Error, Message: fmt.Sprintf(format, args...)}
}

// With returns the Problem with one more note.
func (p Problem) With(format string, args ...any) Problem {
	p.Notes = append(slices.Clip(p.Notes), fmt.Sprintf(format, args...))
	return p
}

// Suggest returns the Problem with the nearest of the candidates as its suggestion, when one is near enough.
func (p Problem) Suggest(word string, candidates []string) Problem {
	p.Suggestion = Nearest(word, candidates)
	return p
}

// AsWarning returns the Problem with level Warning.
func (p Problem) AsWarning() Problem {
	p.Level = Warning
	return p
}

// String prints the Problem as an author reads it: place and message, then notes and suggestion indented.
func (p Problem) String() string {
	var b strings.Builder
	b.WriteString(p.File)
	if p.Line > 0 {
		fmt.Fprintf(&b, ":%d:%d", p.Line, max(p.Column, 1))
	}
	b.WriteString(": ")
	if p.Level == Warning {
		b.WriteString("warning: ")
	}
	b.WriteString(p.Message)
	for _, n := range p.Notes {
		b.WriteString("\n    ")
		b.WriteString(n)
	}
	if p.Suggestion != "" {
		fmt.Fprintf(&b, "\n    did you mean %q?", p.Suggestion)
	}
	return b.String()
}

// List is a collection of Problems in any order.
type List []Problem

// Sort orders the list by file, line, column and message, and drops exact repeats.
func (l List) Sort() List {
	slices.SortFunc(l, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column),
			cmp.Compare(a.Message, b.Message))
	})
	return slices.CompactFunc(l, func(a, b Problem) bool { return a.Place == b.Place && a.Message == b.Message })
}

// Errors counts the Problems that keep the site from being published.
func (l List) Errors() int {
	n := 0
	for _, p := range l {
		if p.Level == Error {
			n++
		}
	}
	return n
}

// Print writes the list for people, one Problem after another.
func (l List) Print(w io.Writer) error {
	for _, p := range l {
		if _, err := fmt.Fprintln(w, p); err != nil {
			return err
		}
	}
	return nil
}

// PrintJSON writes the list for machines: one JSON array, empty when there is nothing to say.
func (l List) PrintJSON(w io.Writer) error {
	if l == nil {
		l = List{}
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(l)
}

// Quote lists words as a reader wants them, in the order given: "a, b, c".
func Quote(words []string) string { return strings.Join(words, ", ") }
