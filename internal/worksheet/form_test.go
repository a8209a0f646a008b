package worksheet_test

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"signpost/internal/worksheet"
)

// lists stand in for the pages of a site.
var lists = map[string][]worksheet.Item{
	"framework": {
		{ID: "values", Text: "What matters to you", Prompts: []string{"What must be there?", "What must not?"}},
		{ID: "future", Text: "The future"},
	},
	"skills": {{ID: "teaching", Text: "Teaching"}, {ID: "writing", Text: "Writing"}},
}

// allTypes reads the worksheet that holds every type of question.
func allTypes(t *testing.T) *worksheet.Form {
	t.Helper()
	body, err := os.ReadFile("testdata/all-types.md")
	if err != nil {
		t.Fatal(err)
	}
	form, found := written(t, string(body))
	if len(found) > 0 {
		t.Fatal(found)
	}
	return form
}

// TestJSON keeps the contract with the browser: the TypeScript tests read the same file.
func TestJSON(t *testing.T) {
	const golden = "testdata/all-types.json"
	form, found := allTypes(t).Fill(lists)
	if len(found) > 0 {
		t.Fatal(found)
	}
	got, err := form.JSON()
	if err != nil {
		t.Fatal(err)
	}
	var pretty bytes.Buffer
	if err := json.Indent(&pretty, got, "", "  "); err != nil {
		t.Fatal(err)
	}
	pretty.WriteByte('\n')
	if *update {
		if err := os.WriteFile(golden, pretty.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if pretty.String() != string(want) {
		t.Errorf("the JSON has changed; rewrite with -update and read the difference\n%s", pretty.String())
	}
}

func TestFillLeavesTheFormAlone(t *testing.T) {
	form := allTypes(t)
	before, _ := form.JSON()
	for range 2 {
		if _, found := form.Fill(lists); len(found) > 0 {
			t.Fatal(found)
		}
	}
	if after, _ := form.JSON(); !bytes.Equal(before, after) {
		t.Error("Fill changed the form it was called on")
	}
}

func TestFillWithANewPage(t *testing.T) {
	more := map[string][]worksheet.Item{"framework": append(lists["framework"], worksheet.Item{ID: "health", Text: "Health"})}
	form, _ := allTypes(t).Fill(more)
	for _, q := range form.Questions() {
		if q.ID == "notes-health" {
			return
		}
	}
	t.Error("a new page of the framework did not become a question")
}

func TestFillWithoutPages(t *testing.T) {
	_, found := allTypes(t).Fill(nil)
	if len(found) != 2 || !strings.Contains(found[0].Message, `question "factors" takes its items from "framework", which has no pages`) {
		t.Errorf("found %v", found)
	}
}

func TestFillMeetsAnIDThatStands(t *testing.T) {
	form, found := written(t, "\n## One\n\n```question\nid: notes-values\ntype: short\nask: A?\n```\n\n```question\nid: notes\ntype: long\nask: B\nfrom: framework\n```\n")
	if len(found) > 0 {
		t.Fatal(found)
	}
	_, found = form.Fill(lists)
	if len(found) != 1 || found[0].Message != `question id "notes-values" stands twice` {
		t.Errorf("found %v", found)
	}
}

func TestCheckCarry(t *testing.T) {
	form := allTypes(t)
	found := worksheet.CheckCarry([]*worksheet.Form{form})
	want := `question "actions" carries over "before-your-first-session/first-steps", which does not exist`
	if len(found) != 1 || found[0].Message != want {
		t.Errorf("found %v", found)
	}
	other := &worksheet.Form{ID: "before-your-first-session", Sections: []worksheet.Section{{ID: "a", Parts: []worksheet.Part{{Question: &worksheet.Question{ID: "first-steps"}}}}}}
	if found := worksheet.CheckCarry([]*worksheet.Form{form, other}); len(found) > 0 {
		t.Errorf("found %v", found)
	}
}

func TestShareable(t *testing.T) {
	var titles []string
	for _, s := range allTypes(t).Shareable() {
		titles = append(titles, s.Title)
	}
	if got := strings.Join(titles, ", "); got != "About you, Choices, Order, Plan" {
		t.Errorf("shareable sections are %q", got)
	}
}

func TestTypesAndTheirFields(t *testing.T) {
	if n := len(worksheet.Types()); n != 10 {
		t.Errorf("%d types", n)
	}
	for _, kind := range worksheet.Types() {
		for _, f := range kind.Fields {
			if f.Help == "" || f.Example == "" {
				t.Errorf("field %q of type %q has no help or no example", f.Name, kind.Name)
			}
		}
		if !json.Valid([]byte(kind.Answer)) {
			t.Errorf("the answer of type %q is not JSON: %s", kind.Name, kind.Answer)
		}
	}
}
