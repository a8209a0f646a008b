package site

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"signpost/internal/content"
	"signpost/internal/schema"
)

// mistake is a small site with a mistake in it, and everything its author is told. Paths lie below content/. A site has
// site.yaml and index.md by itself, unless they are named here. Three apostrophes stand for three back-ticks.
type mistake struct {
	name  string
	files map[string]string
	told  string
}

// gone stands for a file that is not there.
const gone = "\x00gone"

const (
	head = "---\ntitle: A\nsummary: An example.\nreviewed: 2026-11-23\n"
	top  = head + "---\n"
)

var sections = "## " + strings.Join(schema.SpecialtySections, "\n\n## ") + "\n"

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

// contacts returns a site.yaml with other contacts, which stand from its line 14 on.
func contacts(list string) string {
	before, _, _ := strings.Cut(siteYAML, "  - {id: administrator")
	return before + list
}

// today is the day on which all these sites are read.
var today = time.Date(2026, time.November, 23, 0, 0, 0, 0, time.UTC)

func (m mistake) site() fstest.MapFS {
	fsys := fstest.MapFS{
		"site.yaml": {Data: []byte(siteYAML)},
		"index.md":  {Data: []byte("---\ntitle: Home\nsummary: Home.\n---\nWords.\n")},
	}
	for name, text := range m.files {
		if fsys[name] = (&fstest.MapFile{Data: []byte(strings.ReplaceAll(text, "'''", "```"))}); text == gone {
			delete(fsys, name)
		}
	}
	return fsys
}

// told reads and joins a site in a folder and returns what its author is told.
func told(t *testing.T, fsys fs.FS) string {
	t.Helper()
	var r content.Reader
	tree, found, err := r.Read(fsys, "")
	if err != nil {
		t.Fatal(err)
	}
	if tree != nil {
		_, more := Join(tree, Options{Now: today})
		found = append(found, more...)
	}
	var b strings.Builder
	if err := found.Sort().Print(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestMistakes(t *testing.T) {
	seen := map[string]bool{}
	for _, m := range slices.Concat(keyMistakes, valueMistakes, yamlMistakes, bodyMistakes, joinMistakes, configMistakes, fileMistakes) {
		if seen[m.name] {
			t.Errorf("two cases are called %q", m.name)
		}
		seen[m.name] = true
		t.Run(m.name, func(t *testing.T) {
			if diff := cmp.Diff(strings.TrimPrefix(m.told, "\n"), told(t, m.site())); diff != "" {
				t.Errorf("told (-want +got):\n%s", diff)
			}
		})
	}
}

// TestLinksOutOfTheFolder needs a real disk: a link to a file and one to a folder, both outside content/.
func TestLinksOutOfTheFolder(t *testing.T) {
	dir, outside := t.TempDir(), t.TempDir()
	for name, text := range map[string]string{
		dir + "/site.yaml": siteYAML, dir + "/index.md": top, outside + "/secret.md": top, outside + "/more/a.md": top,
	} {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for name, to := range map[string]string{"help.md": "/secret.md", "more": "/more"} {
		if err := os.Symlink(outside+to, filepath.Join(dir, name)); err != nil {
			t.Skipf("this system makes no links: %v", err)
		}
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	const want = `content/help.md: this is a link to another place, not a file
    copy the file itself into content/; links could lead out of the folder
content/more: this is a link to another place, not a file
    copy the file itself into content/; links could lead out of the folder
`
	if diff := cmp.Diff(want, told(t, root.FS())); diff != "" {
		t.Errorf("told (-want +got):\n%s", diff)
	}
}
