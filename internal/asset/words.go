package asset

import "strings"

// words says which names of a style sheet a page may use. A word is a run of letters, digits, "-" and "_".
//
// Templates and scripts also build names from parts, so some words stand for all names that begin or end with them:
//
//	nhsuk-tag--{{.Colour}}   "sp-pile-" + id   `sp-${x}`   "nhsuk-%s"     begins with
//	{{.Block}}__item         base + "--open"   `${x}-hint` "%s__label"    ends with
//	<h{{.Level}}>            `h${level}`                                  h1 to h6
//
// A word that ends in "--" always counts as a beginning.
type words struct {
	set   map[string]bool
	parts map[part]bool
	texts []string
	known map[string]bool // answers already given
}

type part struct {
	text        string
	left, right bool // what may be added, on which side
}

// implied are elements that a browser makes without being told.
var implied = []string{"html", "head", "body", "tbody", "colgroup"}

func newWords(texts []string) *words {
	w := &words{set: map[string]bool{}, parts: map[part]bool{}, texts: texts, known: map[string]bool{}}
	for _, e := range implied {
		w.set[e] = true
	}
	for _, text := range texts {
		for start := 0; start < len(text); start++ {
			if !isWordByte(text[start]) {
				continue
			}
			end := start
			for end < len(text) && isWordByte(text[end]) {
				end++
			}
			w.add(text[:start], text[start:end], text[end:])
			start = end
		}
	}
	return w
}

// add notes one word; before and after are the text around it.
func (w *words) add(before, word, after string) {
	w.set[word] = true
	w.set[strings.ToLower(word)] = true // names of elements are compared in lower case
	action := hasAnyPrefix(after, "{{", "${", "%")
	if word == "h" && action {
		for level := '1'; level <= '6'; level++ {
			w.set["h"+string(level)] = true
		}
	}
	p := part{text: word}
	if strings.HasSuffix(before, "%") { // the verb of printf stands before the word's own letters
		p.text, p.left = word[1:], true
	}
	if hasAnyPrefix(p.text, "-", "_") && hasAnySuffix(before, "}", `"`, "'", "`") {
		p.left = true
	}
	if strings.HasSuffix(p.text, "--") ||
		hasAnySuffix(p.text, "-", "_") && (action || hasAnyPrefix(after, `"`, "'", "`")) {
		p.right = true
	}
	if (p.left || p.right) && strings.Trim(p.text, "-_") != "" {
		w.parts[p] = true
	}
}

// has says whether a page may use the name. A name that is not one word, such as "half@tablet" or ":hover", must stand
// somewhere as it is.
func (w *words) has(name string) bool {
	if w.set[name] {
		return true
	}
	answer, ok := w.known[name]
	if !ok {
		answer = w.find(name)
		w.known[name] = answer
	}
	return answer
}

func (w *words) find(name string) bool {
	for p := range w.parts {
		switch {
		case p.left && p.right && strings.Contains(name, p.text),
			p.left && !p.right && strings.HasSuffix(name, p.text),
			p.right && !p.left && strings.HasPrefix(name, p.text):
			return true
		}
	}
	if isWord(name) {
		return false
	}
	for _, text := range w.texts {
		if strings.Contains(text, name) {
			return true
		}
	}
	return false
}

func isWordByte(c byte) bool {
	return c == '-' || c == '_' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

func isWord(s string) bool {
	for i := range len(s) {
		if !isWordByte(s[i]) {
			return false
		}
	}
	return true
}

func hasAnyPrefix(s string, prefixes ...string) bool {
	for _, p := range prefixes {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	return false
}

func hasAnySuffix(s string, suffixes ...string) bool {
	for _, p := range suffixes {
		if strings.HasSuffix(s, p) {
			return true
		}
	}
	return false
}
