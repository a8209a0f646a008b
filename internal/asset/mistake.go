package asset

import (
	"fmt"
	"strings"

	"github.com/evanw/esbuild/pkg/api"

	"signpost/internal/problem"
)

// fatal are esbuild's warnings of styles that every browser skips.
var fatal = map[string]bool{"css-syntax-error": true, "js-comment-in-css": true}

// overrides makes mistakes of what esbuild mentions at most: the site's Content-Security-Policy refuses eval.
var overrides = map[string]api.LogLevel{"direct-eval": api.LogLevelError}

// mistakes turns esbuild's messages into Problems. Its warnings about other people's code are theirs to heed.
func mistakes(errs, warnings []api.Message) problem.List {
	var list problem.List
	for _, m := range errs {
		list = append(list, mistake(m))
	}
	for _, m := range warnings {
		p := mistake(m)
		if strings.HasPrefix(p.File, folder+"/vendor/") {
			continue
		}
		if !fatal[m.ID] {
			p = p.AsWarning()
		}
		list = append(list, p)
	}
	return list
}

func mistake(m api.Message) problem.Problem {
	if m.ID == "direct-eval" {
		return problem.At(place(m.Location), "eval is refused by the site's Content-Security-Policy")
	}
	p := problem.At(place(m.Location), "%s", plain(m.Text))
	for _, n := range m.Notes {
		note := plain(n.Text)
		if n.Location != nil {
			at := place(n.Location)
			note = fmt.Sprintf("%s:%d:%d: %s", at.File, at.Line, at.Column, note)
		}
		p = p.With("%s", note)
	}
	return p
}

func place(l *api.Location) problem.Place {
	if l == nil {
		return problem.Place{File: folder}
	}
	file := folder + "/" + strings.TrimPrefix(l.File, namespace+":")
	return problem.Place{File: file, Line: l.Line, Column: l.Column + 1, Length: l.Length}
}

// plain writes a message as the program's other messages are: lower case at the start, no full stop.
func plain(text string) string {
	text = strings.ReplaceAll(strings.TrimRight(text, ".:"), `"`+namespace+":", `"`+folder+"/")
	if len(text) > 1 && text[0] >= 'A' && text[0] <= 'Z' && text[1] >= 'a' && text[1] <= 'z' {
		text = strings.ToLower(text[:1]) + text[1:]
	}
	return text
}
