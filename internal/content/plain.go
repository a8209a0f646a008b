package content

import (
	"strings"

	"signpost/internal/problem"
	"signpost/internal/schema"
)

// plainBlock reads front matter in its simplest form: one key a line with plain words, a number, a day, or a list of
// plain words in brackets. It knows nothing else, and then the YAML library reads the block; where it answers it says
// the same as the library, at a tenth of the cost.
func plainBlock(block string, at problem.Place) *schema.Node {
	n := &schema.Node{Shape: schema.Map}
	place := at
	for len(block) > 0 {
		line, rest, ended := strings.Cut(block, "\n")
		key, value, ok := strings.Cut(line, ": ")
		if !ended || !ok || !plainKey(key) {
			return nil
		}
		e := schema.Entry{Key: key, Place: placed(place, 0, len(key))}
		if e.Value, ok = plainValue(value, placed(place, len(key)+2, 0)); !ok {
			return nil
		}
		n.Keys = append(n.Keys, e)
		block = rest
		place.Line++
	}
	if len(n.Keys) == 0 {
		return nil
	}
	n.Place = n.Keys[0].Place
	return n
}

// placed moves a place along its line.
func placed(p problem.Place, by, length int) problem.Place {
	p.Column += by
	p.Length = length
	return p
}

func plainKey(s string) bool {
	for i := range len(s) {
		if (s[i] < 'a' || s[i] > 'z') && s[i] != '_' {
			return false
		}
	}
	return s != "" && s[0] != '_' && !isNull(s)
}

func plainValue(s string, at problem.Place) (schema.Node, bool) {
	if !strings.HasPrefix(s, "[") {
		at.Length = len(s)
		return schema.Node{Shape: schema.Scalar, Text: s, Place: at}, plainWords(s, ",")
	}
	n := schema.Node{Shape: schema.List, Place: placed(at, 0, 1)}
	inside, ok := strings.CutSuffix(s[1:], "]")
	if !ok || inside == "" {
		return n, false
	}
	at.Column++
	for i, word := range strings.Split(inside, ",") {
		if i > 0 {
			word, ok = strings.CutPrefix(word, " ")
			at.Column += 2
		}
		if !ok || !plainWords(word, "") {
			return n, false
		}
		n.Items = append(n.Items, schema.Node{Shape: schema.Scalar, Text: word, Place: placed(at, 0, len(word))})
		at.Column += len(word)
	}
	return n, true
}

// plainWords says whether a value means what it says: letters first, then also digits and the signs of plain prose, or
// a whole number or a day. also holds further signs that may stand in it.
func plainWords(s, also string) bool {
	if s == "" || isNull(s) {
		return false
	}
	if s[0] < 'A' {
		return isNumber(s) || isDay(s)
	}
	for i := range len(s) {
		switch c := s[i]; {
		case 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z':
		case i == 0:
			return false
		case '0' <= c && c <= '9' || strings.IndexByte("-.()/;", c) >= 0 || strings.IndexByte(also, c) >= 0:
		case c == ' ' && i+1 < len(s) && s[i+1] != ' ' && s[i+1] != '-':
		default:
			return false
		}
	}
	return true
}

func isNull(s string) bool { return len(s) == 4 && strings.EqualFold(s, "null") }

// isNumber says whether s is a whole number that nobody can take for anything else.
func isNumber(s string) bool {
	if len(s) > 9 || s[0] == '0' {
		return false
	}
	return digits(s)
}

func isDay(s string) bool {
	return len(s) == 10 && digits(s[:4]) && s[4] == '-' && digits(s[5:7]) && s[7] == '-' && digits(s[8:])
}

func digits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}
