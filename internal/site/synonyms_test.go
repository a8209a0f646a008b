package site

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var synonymMistakes = []mistake{
	{"synonyms that lead to no page", map[string]string{"help.md": top, "synonyms.yaml": "asked:\n  - page: hlep\n    words: [burnt out]\n"}, `
content/synonyms.yaml:2:11: there is no page "hlep"
    correct the words, or write the page content/hlep.md
    did you mean "help"?
`},
	{"synonyms with a key nobody knows", map[string]string{"synonyms.yaml": "smae:\n  - [ITU, ICU]\n"}, `
content/synonyms.yaml:1:1: unknown field "smae" in synonyms.yaml
    allowed: asked, same
    did you mean "same"?
`},
	{"a word that means the same as nothing", map[string]string{"synonyms.yaml": "same:\n  - [ITU]\n"}, `
content/synonyms.yaml:2:5: field "same" needs at least 2 items, found 1
`},
	{"a page nobody asks for", map[string]string{"synonyms.yaml": "asked:\n  - page: index\n"}, `
content/synonyms.yaml:2:5: field "words" is missing in field "asked"
    what people type
    add a line: words: [no nights, shorter week]
`},
	{"synonyms that are all right", map[string]string{"synonyms.yaml": "same:\n  - [ITU, ICU]\nasked:\n  - page: index\n    words: [first page]\n"}, ""},
}

func TestSynonyms(t *testing.T) {
	for _, m := range synonymMistakes {
		t.Run(m.name, func(t *testing.T) {
			if diff := cmp.Diff(strings.TrimPrefix(m.told, "\n"), told(t, m.site())); diff != "" {
				t.Errorf("told (-want +got):\n%s", diff)
			}
		})
	}
}
