package layout_test

import (
	"html/template"
	"os"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"signpost/internal/content"
	"signpost/internal/layout"
	"signpost/internal/site"
)

type values = map[string]any

// TestFrameMatchesComponents holds the slim parts of every page (layouts/parts/site.html, page.html) against the
// components, which TestComponentsPrintWhatUpstreamPrints holds against upstream.
func TestFrameMatchesComponents(t *testing.T) {
	components := template.Must(template.New("").Funcs(layout.Funcs()).ParseFS(os.DirFS("../../layouts"), "parts/nhs/*.html"))
	pages := printed(t, fstest.MapFS{
		"index.md":          page("Home", ""),
		"stages/index.md":   page("Stages", "listing: cards\n"),
		"stages/a.md":       page("A", "number: 1\nreviewed: 2020-01-01\n"),
		"stages/b.md":       page("B", "number: 2\nreviewed: 2026-01-01\n"),
		"stages/c.md":       page("C", "number: 3\nreviewed: 2026-01-01\n"),
		"skills/writing.md": page("Writing", "reviewed: 2026-01-01\nexamples: [Letters]\nplain: Clear.\n"),
	})
	menu := []any{values{"href": "/stages/", "text": "Stages", "active": true}}
	for _, c := range []struct {
		page, class, component string
		params                 values
	}{
		{"stages/b", "nhsuk-skip-link", "skip-link", values{}},
		{"stages/b", "nhsuk-header", "header", values{
			"organisation": values{"name": "Org"}, "service": values{"text": "Service", "href": "/"},
			"navigation": values{"items": menu, "ariaLabel": "Menu"},
		}},
		{"stages/b", "nhsuk-footer", "footer", values{
			"meta": values{"items": []any{values{"href": "/", "text": "Home"}}, "text": "Org, Unit"}, "copyright": values{"text": ""},
		}},
		{"stages/b", "nhsuk-breadcrumb", "breadcrumb", values{
			"items": []any{values{"href": "/", "text": "Home"}, values{"href": "/stages/", "text": "Stages"}},
		}},
		{"stages/b", "nhsuk-pagination", "pagination", values{
			"previous": values{"href": "/stages/a/", "label": "A"}, "next": values{"href": "/stages/c/", "label": "C"},
		}},
		{"stages/a", "nhsuk-inset-text", "inset-text", values{"text": "Stale."}},
		{"stages", "nhsuk-card", "card", values{
			"clickable": true, "href": "/stages/a/", "heading": values{"text": "A", "size": "s"}, "description": "Summary of A.",
		}},
		{"skills/writing", "nhsuk-summary-list", "summary-list", values{"rows": []any{
			values{"key": values{"text": "Where it shows"}, "value": values{"text": "Letters"}},
			values{"key": values{"text": "In plain words"}, "value": values{"text": "Clear."}},
		}}},
	} {
		t.Run(c.component, func(t *testing.T) {
			var want strings.Builder
			if err := components.ExecuteTemplate(&want, "nhs/"+c.component, c.params); err != nil {
				t.Fatal(err)
			}
			wanted := strings.Replace(want.String(), moreButton, "", 1)
			got := firstWithClass(t, pages[c.page], c.class)
			if diff := cmp.Diff(canonical(t, wanted), canonical(t, got)); diff != "" {
				t.Errorf("-component +page\n%s", diff)
			}
		})
	}
}

// moreButton opens what upstream's script folds away on a narrow screen. Our menu wraps instead and needs no script.
const moreButton = `<li class="nhsuk-header__menu" hidden><button class="nhsuk-header__menu-toggle nhsuk-header__navigation-link" id="toggle-menu" aria-expanded="false"><span class="nhsuk-u-visually-hidden">Browse </span>More</button></li>`

func page(title, more string) *fstest.MapFile {
	return &fstest.MapFile{Data: []byte("---\ntitle: " + title + "\nsummary: Summary of " + title + ".\n" + more + "---\nText.\n")}
}

const siteYAML = `service: Service
organisation: Org
unit: U
unit_full: Unit
base_url: https://site.example
words: {trainee: doctor, trainees: doctors, adviser: adviser, administrator: office}
review_every: 12
contacts: [{id: office, name: Office, email: office@site.example, instead: Ask.}]
navigation: [{title: Stages, page: stages}]
footer: [{title: Home, page: index}]
confidentiality: Limits.
draft_notice: Draft.
stale_notice: Stale.
`

// printed returns the documents of a small site by path.
func printed(t *testing.T, files fstest.MapFS) map[string]string {
	t.Helper()
	return printedWith(t, files, siteYAML)
}

func printedWith(t *testing.T, files fstest.MapFS, config string) map[string]string {
	t.Helper()
	files["site.yaml"] = &fstest.MapFile{Data: []byte(config)}
	var r content.Reader
	tree, found, err := r.Read(files, "")
	if err != nil || len(found) > 0 {
		t.Fatal(err, found)
	}
	s, found := site.Join(tree, site.Options{Now: time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)})
	if len(found) > 0 {
		t.Fatal(found)
	}
	set, found, err := layout.Load(os.DirFS("../../layouts"))
	if err != nil || len(found) > 0 {
		t.Fatal(err, found)
	}
	printer := set.Printer(s, map[string]string{
		"images/icon.svg": "/i.svg", "reading.css": "/r.css", "start.js": "/s.js", "search.js": "/find.js", "search.css": "/find.css", "worksheet.css": "/w.css", "worksheet.js": "/w.js",
	})
	out := map[string]string{}
	for _, p := range s.Pages {
		var b strings.Builder
		if err := printer.Print(&b, p, nil); err != nil {
			t.Fatal(err)
		}
		out[p.Path] = b.String()
	}
	return out
}

func firstWithClass(t *testing.T, document, class string) string {
	t.Helper()
	root, err := html.Parse(strings.NewReader(document))
	if err != nil {
		t.Fatal(err)
	}
	for n := range root.Descendants() {
		for _, a := range n.Attr {
			if a.Key == "class" && strings.Contains(" "+a.Val+" ", " "+class+" ") {
				var b strings.Builder
				if err := html.Render(&b, n); err != nil {
					t.Fatal(err)
				}
				return b.String()
			}
		}
	}
	t.Fatalf("no element of class %s", class)
	return ""
}

// TestAccessKeys are on only where the owner says so, unique on a page, and never on a worksheet.
func TestAccessKeys(t *testing.T) {
	files := func() fstest.MapFS {
		return fstest.MapFS{
			"index.md":             page("Home", ""),
			"stages/index.md":      page("Stages", "listing: list\n"),
			"help/index.md":        page("Help", "listing: none\n"),
			"search/index.md":      page("Search", "listing: search\n"),
			"about/access-keys.md": page("Access keys", "reviewed: 2026-01-01\n"),
			"worksheets/a.md": {Data: []byte("---\ntitle: W\nsummary: S.\ntime_needed: An hour\nrevision: 1\n---\n## One\n\n" +
				"```question\nid: q\ntype: short\nask: What?\n```\n")},
		}
	}
	keys := regexp.MustCompile(`accesskey="(.)"`)
	find := func(document string) (found []string) {
		for _, m := range keys.FindAllStringSubmatch(document, -1) {
			found = append(found, m[1])
		}
		return found
	}
	on := printedWith(t, files(), siteYAML+"access_keys: true\n")
	if diff := cmp.Diff([]string{"s", "1", "4", "0"}, find(on["stages"])); diff != "" {
		t.Error(diff)
	}
	if got := find(on["worksheets/a"]); got != nil {
		t.Errorf("a worksheet has access keys %v", got)
	}
	off := printedWith(t, files(), siteYAML)
	if got := find(off["stages"]); got != nil {
		t.Errorf("switched off, but found %v", got)
	}
	if _, published := off["about/access-keys"]; published {
		t.Error("the page on access keys is published while they are off")
	}
}
