package prose

import (
	"os"
	"testing"
	"time"

	"signpost/internal/content"
	"signpost/internal/site"
)

// TestRealContent holds the site's own pages to everything Check looks for: what is a warning to staff is a failure here.
func TestRealContent(t *testing.T) {
	r := content.Reader{Prose: true}
	tree, found, err := r.Read(os.DirFS("../../content"), "")
	if err != nil || found.Errors() > 0 {
		t.Fatal(err, found)
	}
	s, _ := site.Join(tree, site.Options{Now: time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)})
	for _, p := range Check(s).Sort() {
		t.Error(p)
	}
	for _, sum := range Summaries(s) {
		t.Logf("%-10s %3d pages, reading age %.1f (%.1f to %.1f), hardest %s", sum.Kind, sum.Pages, sum.Middle, sum.Lowest, sum.Highest, sum.Hardest.File)
	}
}
