package asset

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

const mend = "other people's code is not edited by hand; run: make vendor"

// TestVendored holds every file below assets/vendor against its checksum in the manifest, so that an edited, missing or
// stray file is noticed without Node.
func TestVendored(t *testing.T) {
	for _, fault := range vendorFaults(t, os.DirFS("../../assets")) {
		t.Error(fault)
	}
}

func vendorFaults(t *testing.T, fsys fs.FS) (faults []string) {
	t.Helper()
	type entry struct{ Path, SHA256 string }
	var m struct {
		Inputs   []entry
		Imports  map[string]string
		Packages []struct {
			Name, Version, Licence string
			Files                  []entry
		}
	}
	data, err := fs.ReadFile(fsys, manifest)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &m); err != nil {
		t.Fatal(err)
	}
	fault := func(file, format string, args ...any) {
		faults = append(faults, "assets/"+file+": "+fmt.Sprintf(format, args...))
	}
	// A checkout on Windows may end its lines with CRLF; checksums are of the text with LF.
	differs := func(e entry) bool {
		data, err := fs.ReadFile(fsys, e.Path)
		return err != nil || checksum(bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))) != e.SHA256
	}
	listed := map[string]bool{manifest: true}
	for _, p := range m.Packages {
		if p.Name == "" || p.Version == "" || p.Licence == "" || len(p.Files) == 0 {
			fault(manifest, "package %q lacks a name, version, licence or files; run: make vendor", p.Name)
		}
		if !slices.ContainsFunc(p.Files, func(e entry) bool { return strings.Contains(e.Path, "/LICENSE") }) {
			fault(manifest, "package %q comes without its licence; run: make vendor", p.Name)
		}
		for _, e := range p.Files {
			listed[e.Path] = true
			if differs(e) {
				fault(e.Path, "is missing or was edited: %s", mend)
			}
		}
	}
	for _, e := range m.Inputs {
		if differs(e) {
			fault(e.Path, "has changed since assets/vendor was made of it; run: make vendor")
		}
	}
	for name, place := range m.Imports {
		if !strings.Contains(place, "*") && !listed[place] {
			fault(manifest, "%q is imported from %s, which is not there; mend assets/tools/imports.mjs", name, place)
		}
	}
	err = eachFile(fsys, "vendor", func(name string) error {
		if !listed[name] {
			fault(name, "is not in vendor.json: %s", mend)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(faults)
	return faults
}

// TestVendorFaults checks the check: one fault of each kind, with the whole message.
func TestVendorFaults(t *testing.T) {
	file := func(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }
	list := func(path, text string) string {
		return fmt.Sprintf(`{"path": %q, "sha256": %q}`, path, checksum([]byte(text)))
	}
	fsys := fstest.MapFS{
		manifest: file(`{"inputs": [` + list("tools/packages.mjs", "new") + `], "imports": {"good": "vendor/good/a.js", "gone": "vendor/gone.js", "all/*": "vendor/*"},
			"packages": [{"name": "good", "version": "1", "licence": "MIT", "files": [` + list("vendor/good/LICENSE", "MIT\n") + "," + list("vendor/good/a.js", "a") + "," + list("vendor/good/b.js", "b") + `]},
			{"name": "bare", "version": "1", "licence": "MIT", "files": [` + list("vendor/bare/x.js", "x") + `]}]}`),
		"tools/packages.mjs":   file("old"),
		"vendor/good/LICENSE":  file("MIT\r\n"),
		"vendor/good/a.js":     file("a, edited"),
		"vendor/bare/x.js":     file("x"),
		"vendor/stray/evil.js": file("y"),
	}
	want := []string{
		"assets/tools/packages.mjs: has changed since assets/vendor was made of it; run: make vendor",
		"assets/vendor/good/a.js: is missing or was edited: " + mend,
		"assets/vendor/good/b.js: is missing or was edited: " + mend,
		"assets/vendor/stray/evil.js: is not in vendor.json: " + mend,
		`assets/vendor/vendor.json: "gone" is imported from vendor/gone.js, which is not there; mend assets/tools/imports.mjs`,
		`assets/vendor/vendor.json: package "bare" comes without its licence; run: make vendor`,
	}
	if diff := cmp.Diff(want, vendorFaults(t, fsys)); diff != "" {
		t.Error(diff)
	}
}
