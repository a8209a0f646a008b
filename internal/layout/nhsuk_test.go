package layout_test

import (
	"encoding/json"
	"html/template"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"signpost/internal/layout"
)

// fixture is one example of upstream's: parameters and the HTML its own macro made of them.
type fixture struct {
	Name        string         `json:"name"`
	Description string         `json:"description"`
	Context     map[string]any `json:"context"`
	CallBlock   string         `json:"callBlock"`
	HTML        string         `json:"html"`
}

// title tells fixtures of one name apart.
func (f fixture) title() string {
	return strings.TrimSpace(f.Description + " " + f.Name)
}

// skipped names the fixtures that cannot apply here, by component and a part of their title, with the reason.
var skipped = map[string]map[string]string{
	"checkboxes":   {`"none" option, deprecated`: deprecated, `"none" option (named group`: deprecated},
	"do-dont-list": {"deprecated": deprecated},
	"pagination":   {"deprecated": deprecated},
	"task-list":    {"deprecated": deprecated},
	"tables":       {"deprecated": deprecated, "sortable": "sorting needs a script and pictures that are not shipped"},
	"hero":         {"with image": "the picture is an inline style, which the content security policy refuses"},
}

const deprecated = "upstream drops these parameters in its next version; no page here ever used them"

func TestComponentsPrintWhatUpstreamPrints(t *testing.T) {
	templates := template.Must(template.New("").Funcs(layout.Funcs()).ParseFS(os.DirFS("../../layouts"), "parts/nhs/*.html"))
	files, err := filepath.Glob("testdata/nhsuk/*.json")
	if err != nil || len(files) == 0 {
		t.Fatalf("no fixtures: run make vendor (%v)", err)
	}
	for _, file := range files {
		component := strings.TrimSuffix(filepath.Base(file), ".json")
		t.Run(component, func(t *testing.T) {
			for _, each := range readFixtures(t, file) {
				t.Run(each.title(), func(t *testing.T) { compare(t, templates, component, each) })
			}
		})
	}
}

func compare(t *testing.T, templates *template.Template, component string, each fixture) {
	for part, reason := range skipped[component] {
		if strings.Contains(each.title(), part) {
			t.Skip(reason)
		}
	}
	var got strings.Builder
	if err := templates.ExecuteTemplate(&got, "nhs/"+component, parameters(each)); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(canonical(t, each.HTML), canonical(t, got.String())); diff != "" {
		t.Errorf("-upstream +ours\n%s", diff)
	}
}

func readFixtures(t *testing.T, file string) []fixture {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var read struct {
		Fixtures []fixture `json:"fixtures"`
	}
	if err := json.Unmarshal(text, &read); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	return read.Fixtures
}

// parameters are a fixture's, with what upstream calls html marked as safe.
// Content between a Nunjucks macro's call and endcall is the html parameter of ours.
func parameters(each fixture) map[string]any {
	safe, _ := trusted("", each.Context).(map[string]any)
	if safe == nil {
		safe = map[string]any{}
	}
	if each.CallBlock != "" {
		safe["html"] = template.HTML(each.CallBlock)
	}
	return safe
}

func trusted(name string, value any) any {
	switch value := value.(type) {
	case map[string]any:
		for key, inner := range value {
			value[key] = trusted(key, inner)
		}
		return value
	case []any:
		for i, inner := range value {
			value[i] = trusted("", inner)
		}
		return value
	case string:
		if name == "html" {
			return template.HTML(value)
		}
	}
	return value
}

// canonical prints HTML one node a line, attributes sorted, white space that shows nothing left out.
func canonical(t *testing.T, source string) []string {
	t.Helper()
	context := &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body}
	nodes, err := html.ParseFragment(strings.NewReader(source), context)
	if err != nil {
		t.Fatal(err)
	}
	root := &html.Node{Type: html.ElementNode, Data: "body"}
	for _, node := range nodes {
		root.AppendChild(node)
	}
	var lines []string
	printChildren(&lines, root, "")
	return lines
}

func printChildren(lines *[]string, parent *html.Node, indent string) {
	for node := range parent.ChildNodes() {
		switch {
		case isLogo(node):
		case node.Type == html.ElementNode:
			*lines = append(*lines, indent+startTag(node))
			printChildren(lines, node, indent+"  ")
		case node.Type == html.TextNode:
			if text := visible(node); text != "" {
				*lines = append(*lines, indent+`"`+text+`"`)
			}
		}
	}
}

// isLogo finds the NHS logo in upstream's headers, and the link around nothing else: a trade mark, which ours leave out.
func isLogo(node *html.Node) bool {
	switch attribute(node, "class") {
	case "nhsuk-header__logo", "nhsuk-header__organisation-logo":
		return true
	case "nhsuk-header__service-logo":
		for child := range node.ChildNodes() {
			if !isLogo(child) && strings.TrimSpace(child.Data) != "" {
				return false
			}
		}
		return true
	}
	return false
}

func attribute(node *html.Node, name string) string {
	for _, each := range node.Attr {
		if each.Key == name {
			return each.Val
		}
	}
	return ""
}

func startTag(node *html.Node) string {
	slices.SortFunc(node.Attr, func(a, b html.Attribute) int { return strings.Compare(a.Key, b.Key) })
	var out strings.Builder
	out.WriteString("<" + node.Data)
	besideLogo := attribute(node, "class") == "nhsuk-header__service-logo"
	for _, each := range node.Attr {
		// Upstream's label only adds the logo's name to the words of the link.
		if each.Key != "aria-label" || !besideLogo {
			out.WriteString(" " + each.Key + "=" + `"` + strings.Join(strings.Fields(each.Val), " ") + `"`)
		}
	}
	return out.String() + ">"
}

// A space shows between words and inline elements, but not beside a block or at either end of an element.
func visible(node *html.Node) string {
	text := " " + strings.Join(strings.Fields(node.Data), " ") + " "
	if node.PrevSibling == nil || isBlock(node.PrevSibling) || !startsWithSpace(node.Data) {
		text = strings.TrimPrefix(text, " ")
	}
	if node.NextSibling == nil || isBlock(node.NextSibling) || !startsWithSpace(reversed(node.Data)) {
		text = strings.TrimSuffix(text, " ")
	}
	if strings.TrimSpace(node.Data) == "" {
		return strings.TrimSpace(text)
	}
	return text
}

func startsWithSpace(text string) bool {
	return strings.TrimLeft(text, " \t\r\n") != text
}

func reversed(text string) string {
	letters := []rune(text)
	slices.Reverse(letters)
	return string(letters)
}

var inline = []string{"a", "abbr", "b", "button", "code", "em", "input", "label", "select", "span", "strong", "svg"}

func isBlock(node *html.Node) bool {
	return node.Type == html.ElementNode && !slices.Contains(inline, node.Data)
}
