package site

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// explorerYAML is a whole explorer.yaml with some of its words replaced, in turn.
func explorerYAML(t *testing.T, changes ...string) string {
	t.Helper()
	data, err := os.ReadFile("testdata/explorer.yaml")
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	for i := 0; i < len(changes); i += 2 {
		if !strings.Contains(text, changes[i]) {
			t.Fatalf("%q is not in testdata/explorer.yaml", changes[i])
		}
		text = strings.Replace(text, changes[i], changes[i+1], 1)
	}
	return text
}

func TestExplorerMistakes(t *testing.T) {
	for _, m := range []struct {
		name    string
		changes []string
		told    string
	}{
		{"none", nil, ""},
		{"a value that no page can have", []string{"{id: planned, text: Mostly planned}", "{id: plannd, text: Mostly planned}", "met_by: [planned]", "met_by: [plannd]"}, `
content/explorer.yaml:16:7: the value "planned" of the facet "acuity" is missing
    front matter may have it, so readers need words for it
content/explorer.yaml:18:14: the facet "acuity" has no value "plannd"
    allowed: acute, planned, mixed
    did you mean "planned"?
`},
		{"a facet left out", []string{"  - id: route\n    name: Route\n    values:\n      - {id: run-through, text: \"Run-through: one programme, one application\"}\n      - {id: core-then-higher, text: \"Core training first, then a second application for higher training\"}\n", ""}, `
content/explorer.yaml:6:3: the facet "route" is missing
    specialties have it in their front matter; add its name, its values and their words
`},
		{"a wish on a value that there is not", []string{"met_by: [light]", "met_by: [lite]"}, `
content/explorer.yaml:92:14: the facet "out_of_hours" has no value "lite"
    allowed: heavy, moderate, light
`},
		{"a wish both met and met in part", []string{"met_by: [hospital]\n    partly: [both]", "met_by: [hospital, both]\n    partly: [both]"}, `
content/explorer.yaml:98:14: the value "both" meets the wish and meets it in part
    keep it under met_by or under partly
`},
		{"one id twice", []string{"- id: new-people", "- id: know-people"}, `
content/explorer.yaml:60:9: the id "know-people" stands twice
    keep one of the two, or give one another id
`},
		{"years that do not rise", []string{"below: 7", "below: 5"}, `
content/explorer.yaml:49:10: the values of years do not rise
    each but the last needs a "below" that is higher than the one before
`},
		{"years without an end", []string{"{id: eight-or-more, text: 8 or more}", "{id: eight-or-more, text: 8 or more, below: 20}"}, `
content/explorer.yaml:51:10: the last value of years has an upper limit
    take "below" out, so that every number of years has its place
`},
		{"marks for a facet with five values", []string{"marks: [out_of_hours, procedures]", "marks: [setting]"}, `
content/explorer.yaml:125:11: "setting" cannot be shown by marks
    there are three marks, full, half and empty, and this facet has 5 values
`},
		{"a word left out", []string{"  must: Must have\n", ""}, `
content/explorer.yaml:128:3: field "must" is missing in field "words"
    the strongest weight
    add a line: must: Must have
`},
	} {
		t.Run(m.name, func(t *testing.T) {
			site := mistake{files: map[string]string{"explorer.yaml": explorerYAML(t, m.changes...)}}
			if diff := cmp.Diff(strings.TrimPrefix(m.told, "\n"), told(t, site.site())); diff != "" {
				t.Errorf("told (-want +got):\n%s", diff)
			}
		})
	}
}
