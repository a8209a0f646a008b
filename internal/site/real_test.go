package site

import (
	"os"
	"testing"
	"time"

	"signpost/internal/content"
)

// TestRealContent reads the site's own content: a page with a mistake is never published.
func TestRealContent(t *testing.T) {
	var r content.Reader
	tree, found, err := r.Read(os.DirFS("../../content"), "")
	if err != nil {
		t.Fatal(err)
	}
	if tree != nil {
		_, more := Join(tree, Options{Now: time.Now()})
		found = append(found, more...)
	}
	for _, p := range found.Sort() {
		if p.Level == "error" {
			t.Error(p)
		}
	}
}
