package build

import (
	"encoding/json"
	"flag"
	"os"
	"strings"
	"testing"
	"time"

	"signpost/internal/search"
)

var textsFile = flag.String("texts", "", "file for what the search index of the real content is made of; the tests of the browser's side ask for it")

// TestSearchTexts builds the real content's index twice and, when asked, writes the texts it was made of.
func TestSearchTexts(t *testing.T) {
	source, _, err := Open("../..", os.DirFS("../.."))
	if err != nil {
		t.Fatal(err)
	}
	b := Builder{Source: source, Options: Options{Now: time.Now()}}
	result, found, err := b.Build(t.Context())
	if err != nil || result == nil {
		t.Fatal(err, found)
	}
	fragments := make([]search.Fragment, len(result.Site.Pages))
	var texts []map[string]string
	for _, p := range result.Site.Pages {
		data, err := result.Page(p)
		if err != nil {
			t.Fatal(err)
		}
		if fragments[p.Number], err = result.index.Fragment(p, data); err != nil {
			t.Fatal(err)
		}
		if !search.Searched(p) {
			continue
		}
		named := map[string]string{}
		for i, pieces := range search.Texts(p, result.Site.Asked[p], result.index.Text(data)) {
			named[search.Fields()[i]] = strings.Join(pieces, "\n")
		}
		texts = append(texts, named)
	}
	first, err := result.index.Write(fragments)
	if err != nil {
		t.Fatal(err)
	}
	second, err := result.index.Write(fragments)
	if err != nil || string(first) != string(second) {
		t.Fatalf("the same pages give different indexes (%v)", err)
	}
	if !strings.HasPrefix(string(first), "export default JSON.parse('") {
		t.Errorf("no module: %.40s", first)
	}
	if *textsFile == "" {
		return
	}
	data, err := json.Marshal(texts)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(*textsFile, data, 0o600); err != nil {
		t.Fatal(err)
	}
}
