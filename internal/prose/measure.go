// Package prose looks at the language of a site: how hard its sentences are, what stands twice, what is unfinished, what
// should not be published, and which pages nobody can find.
package prose

import (
	"regexp"
	"strings"
	"unicode"
)

// abbreviation ends with a full stop that ends no sentence.
var abbreviation = regexp.MustCompile(`(?i)(^|[\s(])(e\.g|i\.e|etc|dr|mr|mrs|ms|prof|st|vs|no|approx|incl)\.$`)

// Sentences splits running text at full stops, question and exclamation marks. Numbers and usual abbreviations do not
// end a sentence.
func Sentences(text string) []string {
	var out []string
	words := strings.Fields(text)
	start := 0
	for i, w := range words {
		bare := strings.TrimRight(w, `"'”’)]`)
		if bare == "" || !strings.ContainsRune(".?!", rune(bare[len(bare)-1])) || abbreviation.MatchString(" "+bare) {
			continue
		}
		if i+1 < len(words) && !startsSentence(words[i+1]) {
			continue
		}
		out = append(out, strings.Join(words[start:i+1], " "))
		start = i + 1
	}
	if start < len(words) {
		out = append(out, strings.Join(words[start:], " "))
	}
	return out
}

func startsSentence(word string) bool {
	for _, r := range word {
		if unicode.IsLetter(r) {
			return unicode.IsUpper(r)
		}
		if unicode.IsDigit(r) {
			return true
		}
	}
	return true
}

// Words returns the words of a text: runs of letters, digits, apostrophes and inner hyphens that hold a letter.
func Words(text string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(text, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' && r != '’'
	}) {
		if w = strings.Trim(w, "'’"); strings.IndexFunc(w, unicode.IsLetter) >= 0 {
			out = append(out, w)
		}
	}
	return out
}

// Syllables estimates the syllables of an English word from its groups of vowels; a silent e at the end and -ed do not
// count. Words in capitals are read out letter by letter.
func Syllables(word string) int {
	if len(word) > 1 && len(word) <= 5 && word == strings.ToUpper(word) {
		return len(word)
	}
	w := strings.ToLower(word)
	n, vowel := 0, false
	for _, r := range w {
		is := strings.ContainsRune("aeiouyàâäéèêëïîôöûü", r)
		if is && !vowel {
			n++
		}
		vowel = is
	}
	silent := strings.HasSuffix(w, "e") && !strings.HasSuffix(w, "le") ||
		strings.HasSuffix(w, "es") && !strings.HasSuffix(w, "ses") && !strings.HasSuffix(w, "ces") && !strings.HasSuffix(w, "les") ||
		strings.HasSuffix(w, "ed") && !strings.HasSuffix(w, "ted") && !strings.HasSuffix(w, "ded")
	if silent && n > 1 {
		n--
	}
	return max(n, 1)
}

// Tally counts what reading age is made of.
type Tally struct{ Sentences, Words, Syllables int }

// Add counts a text.
func (t *Tally) Add(text string) {
	for _, s := range Sentences(text) {
		words := Words(s)
		if len(words) == 0 {
			continue
		}
		t.Sentences++
		t.Words += len(words)
		for _, w := range words {
			t.Syllables += Syllables(w)
		}
	}
}

// ReadingAge is the age in years at which a pupil reads the text with ease: the Flesch-Kincaid grade level plus five
// (Kincaid, Fishburne, Rogers and Chissom, 1975: 0.39 words per sentence + 11.8 syllables per word − 15.59; a grade is a
// year of school from age six, so grade 1 is read at six). Zero for a text without words.
func (t Tally) ReadingAge() float64 {
	if t.Words == 0 {
		return 0
	}
	return 0.39*float64(t.Words)/float64(t.Sentences) + 11.8*float64(t.Syllables)/float64(t.Words) - 15.59 + 5
}
