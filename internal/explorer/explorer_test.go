package explorer_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"signpost/internal/content"
	"signpost/internal/explorer"
	"signpost/internal/schema"
	"signpost/internal/site"
)

const siteYAML = `service: Signpost
organisation: The deanery
unit: PSU
unit_full: Professional Support Unit
base_url: https://site.example
words: {trainee: doctor, trainees: doctors, adviser: career adviser, administrator: administrator}
review_every: 12
confidentiality: There are limits.
draft_notice: A draft.
stale_notice: It is old.
navigation:
  - {title: Home, page: index}
contacts:
  - {id: administrator, name: Office, email: office@example.org, instead: Please ask.}
`

func page(title, keys, body string) *fstest.MapFile {
	return &fstest.MapFile{Data: []byte("---\ntitle: " + title + "\nsummary: An example.\nreviewed: 2026-11-23\n" + keys + "---\n" + body)}
}

// small is a site with three specialties, one of which is hardly known, a skill and a career.
func small(t *testing.T) *site.Site {
	t.Helper()
	words, err := os.ReadFile("../../content/explorer.yaml")
	if err != nil {
		t.Fatal(err)
	}
	sections := "## " + strings.Join(schema.SpecialtySections, "\n\n## ") + "\n"
	files := fstest.MapFS{
		"site.yaml":          {Data: []byte(siteYAML)},
		"explorer.yaml":      {Data: words},
		"index.md":           {Data: []byte("---\ntitle: Home\nsummary: Home.\n---\nWords.\n")},
		"groups/medicine.md": page("Medicine", "", ""), "groups/surgery.md": page("Surgery", "", ""),
		"specialties/index.md": page("Specialties", "listing: explorer\n", ""), "specialties/compare/index.md": page("Compare", "listing: compare\n", ""),
		"beyond/index.md": page("Beyond", "", ""), "beyond/compare/index.md": page("Compare", "listing: compare\n", ""),
		"skills/index.md": page("Skills", "", ""), "skills/compare/index.md": page("Compare", "listing: compare\n", ""),
		"specialties/cardiology.md": page("Cardiology", "group: medicine\nalso_known_as: [Heart medicine]\ntags: [heart]\nroute: core-then-higher\n"+
			"years: \"8 (by the longer route)\"\nexams: [MRCP, EECC]\nfacets: {patient_contact: mixed, acuity: mixed, procedures: high, out_of_hours: heavy, setting: hospital}\n", sections),
		"specialties/allergy.md": page("allergy", "group: medicine\nyears: \"5.5\"\nfacets: {acuity: planned, procedures: some}\n", sections),
		"specialties/trauma.md":  page("Trauma", "group: surgery\n", sections),
		"skills/writing.md":      page("Writing", "examples: [Letters, Reports]\nplain: I write.\nspecialties: [{page: specialties/cardiology, why: Reports.}]\n", ""),
		"beyond/law.md":          page("Law", "involves: Advice\nskills: [skills/writing]\n", ""),
	}
	var r content.Reader
	tree, found, err := r.Read(files, "")
	if err != nil || tree == nil {
		t.Fatal(found, err)
	}
	s, more := site.Join(tree, site.Options{Now: time.Date(2026, time.November, 23, 0, 0, 0, 0, time.UTC)})
	if all := append(found, more...); all.Errors() > 0 {
		t.Fatal(all)
	}
	return s
}

// TestJSON holds the contract with the explorer's script: places of values in each facet's list, -1 for not known.
func TestJSON(t *testing.T) {
	text, err := explorer.Of(small(t)).JSON()
	if err != nil {
		t.Fatal(err)
	}
	var got struct {
		Facets  []struct{ ID string }
		Wishes  []struct{ ID, Facet string }
		Entries []struct {
			ID, Title, Find string
			Values          []int
			Years           float64
		}
	}
	if err := json.Unmarshal(text, &got); err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, f := range got.Facets {
		ids = append(ids, f.ID)
	}
	if diff := cmp.Diff(append([]string{"group"}, schema.FacetNames...), ids); diff != "" {
		t.Errorf("facets (-want +got):\n%s", diff)
	}
	want := []struct {
		id, find string
		values   []int
		years    float64
	}{
		{"allergy", "", []int{0, -1, 2, 1, -1, -1, -1, 0}, 5.5},
		{"cardiology", "Heart medicine", []int{0, 1, 1, 0, 0, 0, 1, 3}, 8},
		{"trauma", "", []int{1, -1, -1, -1, -1, -1, -1, -1}, 0},
	}
	for i, w := range want {
		e := got.Entries[i]
		if e.ID != w.id || e.Find != w.find || e.Years != w.years || !cmp.Equal(e.Values, w.values) {
			t.Errorf("entry %d is %+v, want %+v", i, e, w)
		}
	}
}

func TestYears(t *testing.T) {
	for words, want := range map[string]float64{"7": 7, "6-7": 6, "5.5": 5.5, "8 (by the longer route)": 8, "7 (single CCT); 8.5 (dual CCT)": 7} {
		if got, ok := content.Years(words); !ok || got != want {
			t.Errorf("%q begins with %v, %v; want %v", words, got, ok, want)
		}
	}
	for _, words := range []string{"", "about 6", "."} {
		if got, ok := content.Years(words); ok {
			t.Errorf("%q begins with the number %v, want none", words, got)
		}
	}
}

// TestComparison holds that each folder compares its own, and that nothing stands where nothing is known.
func TestComparison(t *testing.T) {
	s := small(t)
	for path, want := range map[string]string{"specialties/compare": "allergy Cardiology Trauma", "beyond/compare": "Law", "skills/compare": "Writing"} {
		table := explorer.Comparison(s, s.Page(path))
		var titles []string
		for _, row := range table.Rows {
			titles = append(titles, row.Page.Title)
			if len(row.Cells) != len(table.Columns) {
				t.Errorf("%s: %s has %d cells for %d columns", path, row.ID, len(row.Cells), len(table.Columns))
			}
		}
		if got := strings.Join(titles, " "); got != want {
			t.Errorf("%s compares %s, want %s", path, got, want)
		}
	}
	specialties := explorer.Comparison(s, s.Page("specialties/compare"))
	cells := map[string]string{}
	for i, column := range specialties.Columns {
		cell := specialties.Rows[1].Cells[i]
		cells[column.Name] = cell.Text + strings.Join(cell.Items, "; ")
		if trauma := specialties.Rows[2].Cells[i]; trauma.Known() != (column.Name == "Group") {
			t.Errorf("%s of a specialty of which only the group is known: %v", column.Name, trauma)
		}
	}
	for name, want := range map[string]string{"Group": "Medicine", "Years after foundation": "8 (by the longer route)", "Main exams": "MRCP; EECC", "Entry": ""} {
		if cells[name] != want {
			t.Errorf("%s is %q, want %q", name, cells[name], want)
		}
	}
	if explorer.Comparison(s, s.Page("groups/medicine")) != nil {
		t.Error("groups cannot be compared, and one was")
	}
}

// TestMaps holds the laws of every drawing: each specialty once, inside its field, and nothing over anything else.
func TestMaps(t *testing.T) {
	s := small(t)
	maps := explorer.MapsOf(s)
	if want := len(maps.Across) * len(maps.Down); len(maps.Maps) != want {
		t.Fatalf("%d maps, want %d", len(maps.Maps), want)
	}
	for _, m := range maps.Maps {
		seen := map[string]int{}
		for i, c := range m.Cells {
			if c.X < 0 || c.Y < 0 || c.X+c.Width > m.Width || c.Y+c.Height > m.Height {
				t.Errorf("%s: the field %q leaves the drawing", m.Name, c.Name)
			}
			for _, other := range m.Cells[:i] {
				if c.X < other.X+other.Width && other.X < c.X+c.Width && c.Y < other.Y+other.Height && other.Y < c.Y+c.Height {
					t.Errorf("%s: %q lies over %q", m.Name, c.Name, other.Name)
				}
			}
			last := c.Y
			for _, name := range c.Names {
				seen[name.Page.Path]++
				for _, line := range name.Lines {
					if line.Y <= last || line.Y > c.Y+c.Height || line.X < c.X {
						t.Errorf("%s: %q of %q stands outside its line", m.Name, line.Words, c.Name)
					}
					last = line.Y
				}
			}
		}
		if len(seen) != 3 || seen["specialties/trauma"] != 1 {
			t.Errorf("%s shows %v, want each specialty once", m.Name, seen)
		}
	}
	if len(maps.List) != 3 {
		t.Errorf("the plain list has %d specialties, want 3", len(maps.List))
	}
}

// TestWithoutWords holds that a site without explorer.yaml still lists its specialties.
func TestWithoutWords(t *testing.T) {
	s := small(t)
	s.Tree.Explorer = nil
	x := explorer.Of(s)
	if len(x.Facets) != 0 || len(x.Entries) != 3 {
		t.Errorf("%d facets and %d entries, want 0 and 3", len(x.Facets), len(x.Entries))
	}
	if text, err := x.JSON(); err != nil || !strings.Contains(string(text), `"facets":[]`) {
		t.Errorf("the data is %s, %v", text, err)
	}
	if m := explorer.MapsOf(s); len(m.Maps) != 0 {
		t.Errorf("%d maps without facets", len(m.Maps))
	}
}
