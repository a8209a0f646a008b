package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestMain lets the scripts call the program as "signpost".
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"signpost": main})
}

// smallSite is what every script finds in the folder small: the least that is a site.
var smallSite = map[string]string{
	"content/site.yaml": `service: Small
organisation: The deanery
unit: PSU
unit_full: Professional Support Unit
base_url: https://small.example
words: {trainee: doctor, trainees: doctors, adviser: career adviser, administrator: administrator}
review_every: 12
confidentiality: There are limits.
draft_notice: A draft.
stale_notice: It is old.
navigation:
  - {title: Help, page: help}
contacts:
  - {id: administrator, name: Office, email: office@example.org, instead: Please ask.}
`,
	"content/index.md":      "---\ntitle: A small site\nsummary: It is small.\n---\nRead about [help](/help/).\n",
	"content/help/index.md": "---\ntitle: Help\nsummary: Where help is.\n---\nAsk somebody.\n",
}

// TestScripts runs testdata/*.txtar: what the program promises to those who use it.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata",
		Setup: func(env *testscript.Env) error {
			for name, text := range smallSite {
				file := filepath.Join(env.WorkDir, "small", filepath.FromSlash(name))
				if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
					return err
				}
				if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
					return err
				}
			}
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"sametree": sameTree, "exits": exits},
	})
}

// sameTree fails unless two folders hold the same files with the same bytes: sametree one two.
func sameTree(ts *testscript.TestScript, not bool, args []string) {
	read := func(dir string) map[string]string {
		files := map[string]string{}
		root := ts.MkAbs(dir)
		ts.Check(filepath.WalkDir(root, func(name string, d os.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			data, err := os.ReadFile(name)
			rel, _ := filepath.Rel(root, name)
			files[rel] = string(data)
			return err
		}))
		return files
	}
	one, two := read(args[0]), read(args[1])
	same := len(one) == len(two) && len(one) > 0
	for name, text := range one {
		other, there := two[name]
		same = same && there && other == text
	}
	if same == not {
		ts.Fatalf("%s and %s: the same files with the same bytes is %v", args[0], args[1], same)
	}
}

// exits runs the program and wants an exit code: exits 1 signpost check.
func exits(ts *testscript.TestScript, _ bool, args []string) {
	want := args[0]
	err := ts.Exec(args[1], args[2:]...)
	got := "0"
	if err != nil {
		got = err.Error()
	}
	if got != want && got != "exit status "+want {
		ts.Fatalf("%v: exit code %s, want %s", args[1:], got, want)
	}
}
