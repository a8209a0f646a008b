package layout

import (
	"bytes"
	"io"
	"os"
	"testing"
	"time"

	"signpost/internal/content"
	"signpost/internal/site"
)

// anyAsset answers for every asset that layouts ask for.
func anyAsset() map[string]string {
	assets := map[string]string{}
	for _, name := range []string{"reading", "worksheet", "explorer", "compare", "shortlist", "shortlist-page", "search", "start", "offline", "sw"} {
		assets[name+".css"], assets[name+".js"] = "/assets/"+name+".css", "/assets/"+name+".js"
	}
	pictures, _ := os.ReadDir("../../assets/images")
	for _, p := range pictures {
		assets["images/"+p.Name()] = "/assets/images/" + p.Name()
	}
	return assets
}

// TestPressPrintsTheRealSite prints every page twice: the press prints all of them itself, and what html/template would.
func TestPressPrintsTheRealSite(t *testing.T) {
	set, found, err := Load(os.DirFS("../../layouts"))
	if err != nil || len(found) > 0 {
		t.Fatal(found, err)
	}
	tree, found, err := new(content.Reader).Read(os.DirFS("../../content"), "")
	if err != nil || tree == nil {
		t.Fatal(found, err)
	}
	s, _ := site.Join(tree, site.Options{Now: time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)})
	printer := set.Printer(s, anyAsset())
	left := map[string]bool{}
	for _, p := range s.Pages {
		v := &View{Site: s, Page: p, Current: current(s, p), printer: printer}
		d, err := set.document(documentOf(p))
		if err != nil {
			t.Fatal(err)
		}
		_ = d.press.print(io.Discard, v, nil) // makes it ready
		var got, want bytes.Buffer
		if err := d.press.standard.ExecuteTemplate(&want, "base", v); err != nil {
			t.Fatal(err)
		}
		if d.press.base == nil || !d.press.tryPrint(&got, v, nil) {
			left[d.name] = true
		} else if got.String() != want.String() {
			t.Errorf("%s: the press prints something else than html/template", p.File)
		}
	}
	for name := range left {
		// They hold data in scripts and maps made by templates; a site has few such pages.
		if name != "explorer" && name != "worksheet" {
			t.Errorf("documents of kind %q are left to html/template", name)
		}
	}
}
