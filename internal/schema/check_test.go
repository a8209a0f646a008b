package schema

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"signpost/internal/problem"
)

func scalar(text string) Node { return Node{Shape: Scalar, Text: text} }
func quotedText(text string) Node {
	return Node{Shape: Scalar, Text: text, Quoted: true}
}

// TestTypes holds each type of value against values that fit and values that do not. The whole messages stand in the
// tests of internal/site, with the files they are about.
func TestTypes(t *testing.T) {
	list := Node{Shape: List, Items: []Node{scalar("a")}}
	group := Node{Shape: Map, Keys: []Entry{{Key: "a", Value: scalar("b")}}}
	for _, c := range []struct {
		name string
		f    Field
		good []Node
		bad  []Node
	}{
		{"text", Field{Type: Text}, []Node{scalar("words"), scalar("7"), quotedText("true"), {}}, []Node{scalar("true"), scalar("false"), list, group}},
		{"integer", Field{Type: Integer}, []Node{scalar("7"), scalar("-7"), {}}, []Node{quotedText("7"), scalar("7.5"), scalar("0x7"), scalar("1_0"), scalar("seven"), scalar("99999999999999999999"), list}},
		{"integer in bounds", Field{Type: Integer, Min: 1, Max: 4}, []Node{scalar("1"), scalar("4")}, []Node{scalar("0"), scalar("5")}},
		{"boolean", Field{Type: Boolean}, []Node{scalar("true"), scalar("false"), {}}, []Node{quotedText("true"), scalar("yes"), scalar("TRUE"), scalar("1"), list}},
		{"date", Field{Type: Date}, []Node{scalar("2026-11-23"), quotedText("2024-02-29")}, []Node{scalar("2025-02-29"), scalar("2026-13-01"), scalar("23/11/2026"), scalar("2026-1-2"), scalar("2026"), list}},
		{"web address", Field{Type: URL}, []Node{scalar("https://a.example/b?c=d#e"), scalar("http://a.example")}, []Node{scalar("a.example"), scalar("ftp://a.example"), scalar("https://"), scalar("javascript:alert(1)"), scalar("https://a.example/b c"), scalar("https://a.example/\"")}},
		{"page", Field{Type: Page}, []Node{scalar("index"), scalar("skills"), scalar("skills/writing")}, []Node{scalar("/skills"), scalar("skills/"), scalar("Skills"), scalar("skills//writing"), scalar("skills/writing.md"), scalar("../x")}},
		{"address", Field{Type: Address}, []Node{scalar("/old/"), scalar("/Old/Place.html")}, []Node{scalar("old"), scalar("/a b"), scalar("https://a.example/")}},
		{"slug", Field{Type: Slug}, []Node{scalar("a"), scalar("a-1")}, []Node{scalar("A"), scalar("-a"), scalar("a-"), scalar("a--b"), scalar("a_b"), scalar("é")}},
		{"choice", Field{Type: Choice, Allowed: []string{"read", "mixed"}}, []Node{scalar("read")}, []Node{scalar("Read"), scalar("other"), list}},
		{"option", Field{Type: Option}, []Node{scalar("Words"), {Shape: Map, Keys: []Entry{{Key: "id", Value: scalar("a")}, {Key: "text", Value: scalar("Words")}}}}, []Node{group, list, scalar("true")}},
		{"many", Field{Type: Many, Of: &Field{Type: Integer}, Min: 1, Max: 2}, []Node{{Shape: List, Items: []Node{scalar("1")}}}, []Node{scalar("1"), group, list, {Shape: List}, {Shape: List, Items: []Node{{}}}, {Shape: List, Items: []Node{scalar("1"), scalar("2"), scalar("3")}}}},
		{"record", Field{Type: Record, Fields: []Field{{Name: "a", Type: Text, Required: true}}}, []Node{group, {Shape: Broken}}, []Node{scalar("a"), list, {Shape: Map}}},
	} {
		c.f.Name = "f"
		for _, v := range c.good {
			if found := checkValue("test", "f", c.f, &v); found != nil {
				t.Errorf("%s: %q should fit: %v", c.name, v.Text, found)
			}
		}
		for _, v := range c.bad {
			if found := checkValue("test", "f", c.f, &v); found == nil {
				t.Errorf("%s: %s %q should not fit", c.name, v.Shape, v.Text)
			}
		}
	}
}

func TestSlugify(t *testing.T) {
	for in, want := range map[string]string{
		"Cardiology": "cardiology", "O&G, now!": "o-g-now", "Don’t stop, it's fine": "dont-stop-its-fine", "  Two   words ": "two-words",
		"Siân Élise Ŵyn": "sian-elise-wyn", "cafe\u0301 e\u0301lan": "cafe-elan", "ST3/4": "st3-4", "": "item", "!?": "item", "日本": "item",
	} {
		if got := Slugify(in); got != want {
			t.Errorf("Slugify(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestKindOf(t *testing.T) {
	for path, want := range map[string]string{
		"index.md": "home", "skills/index.md": "section", "help/a/index.md": "section", "skills/writing.md": "skill",
		"skills/more/writing.md": "skill", "specialties/cardiology.md": "specialty", "skills.md": "page", "help/a.md": "page", "a.md": "page",
		"worksheets/a.md": "worksheet", "people/a.md": "person", "beyond/a.md": "career", "framework/a.md": "factor", "stages/a.md": "stage", "groups/a.md": "group",
	} {
		if got := KindOf(path).Name; got != want {
			t.Errorf("%s is of kind %q, want %q", path, got, want)
		}
	}
}

func TestDecode(t *testing.T) {
	type inner struct {
		Why string `field:"why"`
	}
	type Meta struct {
		Title string `field:"title"`
	}
	var got struct {
		Meta
		Day   time.Time `field:"day"`
		Order int       `field:"order"`
		Draft bool      `field:"draft"`
		Tags  []string  `field:"tags"`
		Why   []inner   `field:"why"`
		Ref   Ref       `field:"ref"`
		Words []Words   `field:"words"`
		Other string
	}
	key := func(name string, v Node) Entry { return Entry{Key: name, Value: v} }
	many := func(items ...Node) Node { return Node{Shape: List, Items: items} }
	Decode(&Node{Shape: Map, Keys: []Entry{
		key("title", scalar("  A title\n")), key("day", scalar("2026-11-23")), key("order", scalar("3")), key("draft", scalar("true")),
		key("tags", many(scalar("a"), scalar("b"))), key("why", many(Node{Shape: Map, Keys: []Entry{key("why", scalar("Because."))}})),
		key("ref", scalar("skills/writing")), key("words", many(scalar("Two words"), Node{Shape: Map, Keys: []Entry{key("id", scalar("x")), key("text", scalar("X"))}})),
		key("Other", scalar("not for this")), key("day", Node{}),
	}}, &got)
	if got.Title != "A title" || got.Day.Format(DateFormat) != "2026-11-23" || got.Order != 3 || !got.Draft || got.Ref.Text != "skills/writing" || got.Ref.Node == nil || got.Other != "" {
		t.Errorf("decoded %+v", got)
	}
	if diff := cmp.Diff([]string{"a", "b"}, got.Tags) + cmp.Diff([]inner{{"Because."}}, got.Why) + cmp.Diff([]Words{{"two-words", "Two words"}, {"x", "X"}}, got.Words); diff != "" {
		t.Error(diff)
	}
}

// TestTheTable looks for slips in the table itself.
func TestTheTable(t *testing.T) {
	var look func(where string, fields []Field)
	look = func(where string, fields []Field) {
		seen := map[string]bool{}
		for _, f := range fields {
			at := where + " › " + f.Name
			if seen[f.Name] {
				t.Errorf("%s stands twice", at)
			}
			seen[f.Name] = true
			if f.Help == "" || f.Example == "" || strings.HasSuffix(f.Help, ".") {
				t.Errorf("%s needs an example, and a help without a full stop", at)
			}
			of := f
			if f.Type == Many {
				of = *f.Of
			}
			if of.Type == Choice && len(of.Allowed) == 0 || of.Type == Record && len(of.Fields) == 0 {
				t.Errorf("%s allows nothing", at)
			}
			look(at, of.Fields)
		}
	}
	for _, k := range Kinds {
		look(k.Name, k.AllFields())
		if KindNamed(k.Name) == nil || k.Help == "" {
			t.Errorf("kind %q is not found by its name, or has no help", k.Name)
		}
	}
	look("site.yaml", Site)
}

func TestMessagesOfTwoLevels(t *testing.T) {
	found := Check("kind \"test\"", []Field{{Name: "a", Type: Text, Required: true, Help: "help", Example: "x"}}, &Node{Shape: Map, Place: problem.Place{File: "f.md", Line: 2, Column: 1}})
	const want = "f.md:2:1: field \"a\" is missing in kind \"test\"\n    help\n    add a line: a: x"
	if len(found) != 1 || found[0].String() != want {
		t.Errorf("told %v, want %s", found, want)
	}
}
