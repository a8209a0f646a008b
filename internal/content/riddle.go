package content

import (
	"errors"
	"regexp"
	"strings"

	"github.com/goccy/go-yaml"

	"signpost/internal/problem"
)

// riddle translates one message of the YAML library, which speaks of scalars and mappings, into cause and mend. It
// applies where said is part of the message and line, if there is one, matches the line of the file.
type riddle struct {
	said        string
	line        *regexp.Regexp
	cause, mend string
}

// Rows that look at the line come before those that do not; the first that fits wins.
var riddles = []riddle{
	{"", regexp.MustCompile(`(:|-)\s*\{\{\s*[a-z]`), "a value that starts with a placeholder stands without quotation marks", "quote"},
	{"end character of double-quoted", nil, `a double quotation mark " is opened here and never closed`, `put a " at the end of the value; to print one inside it, write \"`},
	{"end character of single-quoted", nil, "a single quotation mark ' is opened here and never closed", "put a ' at its end, or, if it is an apostrophe, put the whole value in double quotes"},
	{"pre-defined", regexp.MustCompile(`"`), "there are more words after the closing quotation mark",
		`to print a quotation mark inside double quotes, write \"; if this line looks right, look for a missing " above it`},
	{"pre-defined", regexp.MustCompile(`'`), "there are more words after the closing quotation mark", `a value with an apostrophe goes in double quotes: "it's"`},
	{"pre-defined", nil, "this line is not indented like the text above it, to which it seems to belong", "indent every line of the text alike, two spaces more than its key"},
	{"mapping value is not allowed", nil, "there is a colon and a space inside a value", "quote"},
	{"unexpected key name", regexp.MustCompile(`^\s*(- )?[A-Za-z_]+:\S`), "there is no space after the colon", "write a key, a colon, a space and then the value, like title: Words"},
	{"unexpected key name", nil, "this line is not a key with its value", "write a key, a colon, a space and then the value, like title: Words"},
	{"',' or ']'", nil, "in the list that is opened with [ a comma or the closing ] is missing", "part the items with commas and close the list with ]: [first, second]"},
	{"sequence end token", nil, "the list that is opened with [ is never closed", "close it with ], or put the whole value in double quotes if no list is meant"},
	{"',' or '}'", nil, "in the group that is opened with { a comma or the closing } is missing", "part the keys with commas and close the group with }: {id: first, text: Words}"},
	{"flow map", nil, "the sign { opens a group of keys, and there is none", "put the whole value in double quotes if the sign itself is meant"},
	{"reserved character", nil, "a value cannot start with this sign", "quote"},
	{"directive", nil, "a value cannot start with the sign %", "quote"},
	{"anchor", nil, "a value cannot start with the sign &", "quote"},
	{"escape character", nil, `a backslash \ inside double quotes starts a special sign`, `write \\ for one backslash, or leave it out`},
	{"header option", nil, "there are words after the sign | or >, which says that a longer text follows", "start the text on the next line, indented by two spaces"},
	{"block sequence", nil, "a list cannot start on the line of its key", "put each item on a line of its own under the key: two spaces, a hyphen, a space and the words"},
	{"non-map value", regexp.MustCompile(`^\s*(- )?[A-Za-z_]+:\S`), "there is no space after the colon", "write a key, a colon, a space and then the value, like title: Words"},
	{"non-map value", regexp.MustCompile(`^\s*[^\s-]`), "this line is not a key with its value", "write a key, a colon, a space and then the value, like title: Words"},
	{"non-map value", nil, "an item of a list stands among the keys", "write the list's key on the line above it, like tags:"},
	{"unexpected scalar", nil, "an item of this list is empty", "take out the comma that has nothing before or after it"},
	{"value is not allowed", nil, "this line is not indented like the lines around it", "start all keys of a group in the same column, and all items of a list too; two spaces for each step"},
}

// syntax explains what keeps a block of YAML from being read. The library stops at the first such mistake.
func syntax(err error, lines []string, at problem.Place) problem.Problem {
	said, line, column := err.Error(), 1, 1
	var bad *yaml.SyntaxError
	if errors.As(err, &bad) {
		said = bad.Message
		if t := bad.Token; t != nil && t.Position != nil {
			line, column = t.Position.Line, t.Position.Column
		}
	}
	said, _, _ = strings.Cut(said, "\n")
	line = max(1, min(line, len(lines)))
	if i := indentedBelow(said, lines, line); i > 0 {
		return problem.At(in(at, lines, i, indent(lines[i-1])+1), "this line is indented as if it belonged to the line above, which has its value already").
			With("start its key in the same column as the other keys")
	}
	here := lines[line-1]
	for _, r := range riddles {
		if !strings.Contains(said, r.said) || r.line != nil && !r.line.MatchString(here) {
			continue
		}
		if i := opened(r.cause, lines, line); i > 0 && i != line {
			line, column = i, strings.IndexAny(lines[i-1], "[{")+1
		}
		p := problem.At(in(at, lines, line, column), "%s", r.cause)
		if r.mend != "quote" {
			return p.With("%s", r.mend)
		}
		return quote(p, here)
	}
	return problem.At(in(at, lines, line, column), "these keys cannot be read: %s", said).
		With("check this line and the one before: quotes and brackets in pairs, one key a line, two spaces for each step")
}

var keyAndValue = regexp.MustCompile(`^\s*((?:- )?(?:\w+: )?)(.+)$`)

// quote shows the line as it would be right, with its value in double quotes.
func quote(p problem.Problem, line string) problem.Problem {
	m := keyAndValue.FindStringSubmatch(line)
	if m == nil || strings.ContainsAny(m[2], `"[`) {
		return p.With("put the whole value in double quotes")
	}
	if strings.ContainsAny(m[2], "“”") {
		p = p.With("curly quotation marks do not count, only the straight ones")
		m[2] = strings.NewReplacer("“", "", "”", "").Replace(m[2])
	}
	return p.With(`put the whole value in double quotes: %s"%s"`, m[1], strings.TrimSpace(m[2]))
}

func indent(line string) int { return len(line) - len(strings.TrimLeft(line, " ")) }

var oneKey = regexp.MustCompile(`^\s*\w+:(\s|$)`)

// indentedBelow returns the line after the one complained of, when that one is a plain key with its value and the next
// is a key that is indented more; 0 otherwise.
func indentedBelow(said string, lines []string, line int) int {
	if !strings.Contains(said, "mapping value") || line >= len(lines) || strings.Count(lines[line-1], ": ") > 1 {
		return 0
	}
	if next := lines[line]; indent(next) > indent(lines[line-1]) && oneKey.MatchString(next) {
		return line + 1
	}
	return 0
}

// opened returns the nearest line at or above the one complained of that opens the bracket the cause speaks of.
func opened(cause string, lines []string, line int) int {
	for _, sign := range []string{"[", "{"} {
		if strings.Contains(cause, "opened with "+sign) {
			for i := line; i > 0; i-- {
				if strings.Contains(lines[i-1], sign) {
					return i
				}
			}
		}
	}
	return 0
}
