package asset

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/tdewolff/parse/v2/css"
)

// alive says whether something on a page may match the selector: every class, id and element it names must be used.
// What stands in :not() needs nobody, in :is(), :where() and :has() one living choice is enough, and attributes, states
// and anything not understood count as matching: a rule too many costs bytes, a rule too few breaks a page.
func alive(selector []token, used *words) bool {
	for i := 0; i < len(selector); i++ {
		t := selector[i]
		switch {
		case t.text == "." && i+1 < len(selector) && isName(selector[i+1].kind):
			i++
			if !used.has(unescape(selector[i].text)) {
				return false
			}
		case t.kind == css.HashToken:
			if !used.has(unescape(t.text[1:])) {
				return false
			}
		case t.kind == css.IdentToken:
			if i+1 < len(selector) && selector[i+1].text == "|" { // a namespace
				i++
			} else if !used.has(strings.ToLower(unescape(t.text))) {
				return false
			}
		case t.kind == css.ColonToken:
			for i+1 < len(selector) && selector[i+1].kind == css.ColonToken {
				i++
			}
			if i+1 >= len(selector) {
				return true
			}
			i++
			end := closing(selector, i)
			if end > i && !anyAlive(selector[i].text, selector[i+1:end], used) {
				return false
			}
			i = end
		default:
			i = closing(selector, i)
		}
	}
	return true
}

// anyAlive looks into the brackets of a pseudo-class; name is as written, with its opening bracket.
func anyAlive(name string, inside []token, used *words) bool {
	switch strings.ToLower(name) {
	case "is(", "where(", "has(", "matches(", "any(", "-webkit-any(", "-moz-any(":
	default:
		return true
	}
	if headText(inside) == "" {
		return true
	}
	for _, choice := range splitList(inside) {
		if alive(choice, used) {
			return true
		}
	}
	return false
}

// closing returns the index of the bracket that closes the one at i, or i when none opens there.
func closing(tokens []token, i int) int {
	depth := 0
	for j := i; j < len(tokens); j++ {
		depth += nesting(tokens[j].kind)
		if depth <= 0 {
			return j
		}
	}
	return len(tokens)
}

// splitList parts a selector list at its commas, not at those in brackets.
func splitList(tokens []token) [][]token {
	var list [][]token
	start, depth := 0, 0
	for i, t := range tokens {
		depth += nesting(t.kind)
		if t.kind == css.CommaToken && depth == 0 {
			list = append(list, tokens[start:i])
			start = i + 1
		}
	}
	return append(list, tokens[start:])
}

// isName says whether a token may be the name of a class; ".--x" is one.
func isName(kind css.TokenType) bool {
	return kind == css.IdentToken || kind == css.CustomPropertyNameToken
}

// unescape returns a name as it stands in HTML: "half\@tablet" is half@tablet, "\31 st" is 1st.
func unescape(name string) string {
	if !strings.Contains(name, `\`) {
		return name
	}
	var b strings.Builder
	for i := 0; i < len(name); {
		if name[i] != '\\' || i+1 == len(name) {
			b.WriteByte(name[i])
			i++
			continue
		}
		i++
		end := i
		for end < len(name) && end < i+6 && strings.IndexByte("0123456789abcdefABCDEF", name[end]) >= 0 {
			end++
		}
		if end == i {
			_, size := utf8.DecodeRuneInString(name[i:])
			b.WriteString(name[i : i+size])
			i += size
			continue
		}
		code, _ := strconv.ParseUint(name[i:end], 16, 32)
		b.WriteRune(rune(code))
		i = end
		if strings.HasPrefix(name[i:], "\r\n") {
			i++
		}
		if i < len(name) && strings.IndexByte(" \t\r\n\f", name[i]) >= 0 {
			i++
		}
	}
	return b.String()
}
