package prose

import (
	"os"
	"strings"
	"testing"
	"time"

	"signpost/internal/content"
	"signpost/internal/site"
)

// realSite reads the site's own pages as of the day they were written.
func realSite(t *testing.T) *site.Site {
	t.Helper()
	r := content.Reader{Prose: true}
	tree, found, err := r.Read(os.DirFS("../../content"), "")
	if err != nil || found.Errors() > 0 {
		t.Fatal(err, found)
	}
	s, found := site.Join(tree, site.Options{Now: time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)})
	if found.Errors() > 0 {
		t.Fatal(found)
	}
	return s
}

// TestRealContent holds the site's own pages to everything Check looks for: what is a warning to staff is a failure here.
func TestRealContent(t *testing.T) {
	s := realSite(t)
	for _, p := range Check(s).Sort() {
		t.Error(p)
	}
	for _, sum := range Summaries(s) {
		t.Logf("%-10s %3d pages, reading age %.1f (%.1f to %.1f), hardest %s", sum.Kind, sum.Pages, sum.Middle, sum.Lowest, sum.Highest, sum.Hardest.File)
	}
}

// TestRealSpecialties holds every specialty to a length that a tired reader finishes and that still says something.
func TestRealSpecialties(t *testing.T) {
	pages := realSite(t).OfKind("specialty")
	if len(pages) < 65 {
		t.Errorf("%d specialties, want all 65", len(pages))
	}
	for _, p := range pages {
		words := 0
		for _, passage := range p.Passages {
			words += len(Words(passage.Text))
		}
		if words < 350 || words > 700 {
			t.Errorf("%s has %d words, want 350 to 700", p.File, words)
		}
		own := p.Own.(*content.Specialty)
		if len(p.Page.Related) < 2 || len(own.Live) < 2 || p.Group == nil {
			t.Errorf("%s: a specialty has neighbours, live links and a group", p.File)
		}
	}
}

// TestRealFrontMatter finds sentences of front matter that stand on two pages: summaries, reasons, prompts, warnings.
func TestRealFrontMatter(t *testing.T) {
	first := map[string]string{}
	for _, p := range realSite(t).Pages {
		texts := []string{p.Summary}
		for _, r := range p.Page.Related {
			texts = append(texts, r.Why)
		}
		switch own := p.Own.(type) {
		case *content.Specialty:
			texts = append(texts, own.Cautions...)
		case *content.Factor:
			texts = append(texts, own.Prompts...)
		case *content.Skill:
			texts = append(texts, own.Plain, own.EvidencePrompt)
		case *content.Career:
			texts = append(texts, own.Involves, own.Entry, own.FirstStep, own.GivenUp)
		}
		for _, text := range texts {
			for _, sentence := range Sentences(text) {
				words := Words(strings.ToLower(sentence))
				key := strings.Join(words, " ")
				if before := first[key]; before != "" && before != p.File && len(words) >= minRepeatWords {
					t.Errorf("%s: %q stands in %s too", p.File, sentence, before)
				}
				first[key] = p.File
			}
		}
	}
}
