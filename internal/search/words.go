package search

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

// words parts a text into runs of letters, digits and marks, as written. The browser does the same with
// /[\p{L}\p{N}\p{M}]+/gu: "O&G" is two words, "St4+" is one.
func words(text string) iter.Seq[string] {
	return strings.FieldsFuncSeq(text, func(r rune) bool {
		if r < utf8.RuneSelf {
			return !('a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9')
		}
		return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.IsMark(r)
	})
}

// fold makes one word of all spellings of it: lower case, and singular by the rules of Harman's S stemmer ("How
// effective is suffixing?", 1991). A stronger stemmer would make one word of general and generalist.
func fold(word string) string {
	w := strings.ToLower(word)
	if utf8.RuneCountInString(w) <= 3 {
		return w
	}
	switch {
	case strings.HasSuffix(w, "ies") && !hasAnySuffix(w, "eies", "aies"):
		return w[:len(w)-3] + "y"
	case strings.HasSuffix(w, "es") && !hasAnySuffix(w, "aes", "ees", "oes"):
		return w[:len(w)-1]
	case strings.HasSuffix(w, "s") && !hasAnySuffix(w, "us", "ss"):
		return w[:len(w)-1]
	}
	return w
}

func hasAnySuffix(s string, suffixes ...string) bool {
	for _, suffix := range suffixes {
		if strings.HasSuffix(s, suffix) {
			return true
		}
	}
	return false
}

// stopWords say nothing about what a page is on; they are left out of the index, and out of queries unless nothing else
// is left. Words that change what is asked for, such as "not", "out", "no" and "more", are kept.
var stopWords = strings.Fields(`a about after all also am an and any are as at be because been before being between both
but by can could did do does doing each every for from get gets had has have he her here him his how i if in into is it
its just like many may me might most much must my of often on one or other our own same see she should so some such than
that the their them then there these they thi this those to too up us very was we were what when where which while who
whom whose will with would you your`)
