package asset

import (
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"signpost/internal/problem"
)

// folderOf makes an assets/ folder of a small map, with a framework of two rules.
func folderOf(files map[string]string) fstest.MapFS {
	fsys := fstest.MapFS{framework: {Data: []byte(".nhsuk-a { color: red }\n.nhsuk-b { color: red }\n")}}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return fsys
}

func bundle(t *testing.T, in Input) (*Bundled, problem.List) {
	t.Helper()
	b, problems, err := Bundle(in)
	if err != nil {
		t.Fatal(err)
	}
	return b, problems
}

// text returns a file of the bundle by its plain name.
func (b *Bundled) text(t *testing.T, base, name string) string {
	t.Helper()
	for _, f := range b.Files {
		if base+"/"+f.Path == b.URL[name] {
			return string(f.Data)
		}
	}
	t.Fatalf("no file for %s at %q among %v", name, b.URL[name], b.URL)
	return ""
}

var site = map[string]string{
	"images/map.svg":            "<svg/>",
	"images/.hidden":            "x",
	"scripts/start.ts":          `import { mark } from "./shared/mark"; mark(document.body as HTMLElement);`,
	"scripts/shared/mark.ts":    `export function mark(e: Element): void { e.classList.add("js-enabled"); }`,
	"scripts/worksheet.ts":      `import { mark } from "./shared/mark.ts"; import { a } from "pack"; mark(document.body); addEventListener("click", async () => (await import("./worksheet/word.js")).word(a));`,
	"scripts/worksheet/word.ts": `import { b } from "@own/pack/deep/b"; export const word = (s: string): string => "the word " + s + b;`,
	"scripts/worksheet.test.ts": `import "vitest";`,
	"scripts/types.d.ts":        `declare const x: string;`,
	"scripts/search.ts":         `import { mark } from "./shared"; mark(document.body);`,
	"scripts/shared/index.ts":   `export * from "./mark";`,
	"styles/site.css":           "@import \"./part.css\";\n.sp-a { &:hover { background: url(../images/map.svg) } }\n.sp-b { color: red }",
	"styles/part.css":           ".sp-part { color: red }",
	"styles/reading.css":        ".sp-reading { color: red }",
	"vendor/vendor.json":        `{"imports": {"pack": "vendor/pack/pack.js", "@own/pack/*": "vendor/own/*.mjs"}}`,
	"vendor/pack/pack.js":       `export const a = "packed"; export const unused = "dead weight";`,
	"vendor/own/deep/b.mjs":     `export const b = "deep";`,
}

var sheets = map[string]Sheet{
	"reading":   {Used: []string{"nhsuk-a sp-a", "sp-part sp-reading"}},
	"worksheet": {Used: []string{"nhsuk-b sp-b sp-reading"}},
}

func TestBundle(t *testing.T) {
	b, problems := bundle(t, Input{FS: folderOf(site), Base: "/preview", Sheets: sheets})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	hash := regexp.MustCompile(`\.[0-9a-f]{8}\.|\.[0-9A-Z]{8}\.`)
	plain := func(path string) string { return hash.ReplaceAllString(path, ".HASH.") }
	var files []string
	for _, f := range b.Files {
		files = append(files, plain(f.Path))
	}
	slices.Sort(files)
	urls := map[string]string{}
	for name, url := range b.URL {
		urls[name] = plain(url)
	}
	wantFiles := []string{"assets/chunk.HASH.js", "assets/images/map.HASH.svg", "assets/reading.HASH.css",
		"assets/search.HASH.js", "assets/start.HASH.js", "assets/word.HASH.js", "assets/worksheet.HASH.css",
		"assets/worksheet.HASH.js"}
	wantURLs := map[string]string{
		"images/map.svg": "/preview/assets/images/map.HASH.svg", "reading.css": "/preview/assets/reading.HASH.css",
		"search.js": "/preview/assets/search.HASH.js", "start.js": "/preview/assets/start.HASH.js",
		"worksheet.css": "/preview/assets/worksheet.HASH.css", "worksheet.js": "/preview/assets/worksheet.HASH.js",
	}
	if diff := cmp.Diff(wantFiles, files); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(wantURLs, urls); diff != "" {
		t.Error(diff)
	}
	imports := map[string][]string{}
	for name, urls := range b.Imports {
		for _, url := range urls {
			imports[name] = append(imports[name], plain(url))
		}
	}
	// What is loaded on a click is not among them.
	wantImports := map[string][]string{"search.js": {"/preview/assets/chunk.HASH.js"}, "worksheet.js": {"/preview/assets/chunk.HASH.js"}}
	if diff := cmp.Diff(wantImports, imports); diff != "" {
		t.Error(diff)
	}
	for name, want := range map[string]string{
		"start.js":      `(()=>{function e(m){m.classList.add("js-enabled")}e(document.body);})();`,
		"reading.css":   `.nhsuk-a,.sp-part{color:red}.sp-a:hover{background:url(images/map.HASH.svg)}.sp-reading{color:red}`,
		"worksheet.css": `.nhsuk-b,.sp-b{color:red}`, // reading.css is not its own
		"worksheet.js":  `import{a as o}from"./chunk.HASH.js";var t="packed";o(document.body);addEventListener("click",async()=>(await import("./word.HASH.js")).word(t));`,
	} {
		if diff := cmp.Diff(want, plain(strings.TrimSuffix(b.text(t, "/preview", name), "\n"))); diff != "" {
			t.Errorf("%s:\n%s", name, diff)
		}
	}
}

func TestBundleGivesTheSameBytes(t *testing.T) {
	var first *Bundled
	for range 4 {
		// Another folder each time, with files that esbuild would heed if it looked at the disk.
		dir := t.TempDir()
		for name, text := range map[string]string{"tsconfig.json": `{"compilerOptions": {"target": "es5", "nonsense": 1}}`,
			"package.json": `{"sideEffects": false}`, "scripts/shared/mark.ts": "!"} {
			if err := os.MkdirAll(path.Dir(dir+"/"+name), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(dir+"/"+name, []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		t.Chdir(dir)
		b, _ := bundle(t, Input{FS: folderOf(site), Sheets: sheets})
		if first == nil {
			first = b
		} else if diff := cmp.Diff(first, b); diff != "" {
			t.Fatal(diff)
		}
		if !slices.IsSortedFunc(b.Files, func(x, y File) int { return strings.Compare(x.Path, y.Path) }) {
			t.Error("files are not sorted")
		}
	}
}

func TestNameChangesWithBytes(t *testing.T) {
	before, _ := bundle(t, Input{FS: folderOf(site), Sheets: sheets})
	changed := folderOf(site)
	changed["scripts/worksheet/word.ts"] = &fstest.MapFile{Data: []byte(`export const word = () => "another";`)}
	after, _ := bundle(t, Input{FS: changed, Sheets: sheets})
	for name, want := range map[string]bool{"worksheet.js": true, "search.js": false, "start.js": false, "reading.css": false} {
		if got := before.URL[name] != after.URL[name]; got != want {
			t.Errorf("%s: changed %v, want %v", name, got, want)
		}
	}
}

func TestOnlyWantedScripts(t *testing.T) {
	for _, c := range []struct{ wanted, made []string }{
		{nil, []string{"search.js", "start.js", "worksheet.js"}},
		{[]string{}, nil},
		{[]string{"start"}, []string{"start.js"}},
		{[]string{"search", "nothing"}, []string{"search.js"}},
	} {
		b, problems := bundle(t, Input{FS: folderOf(site), Scripts: c.wanted})
		made := slices.DeleteFunc(slices.Sorted(maps.Keys(b.URL)), func(name string) bool { return path.Ext(name) != ".js" })
		if len(problems) > 0 || !slices.Equal(made, c.made) {
			t.Errorf("of %q, %q were made, want %q; %v", c.wanted, made, c.made, problems)
		}
	}
}

func TestEmptyFolder(t *testing.T) {
	b, problems := bundle(t, Input{FS: fstest.MapFS{}})
	if len(b.Files)+len(b.URL)+len(problems) > 0 {
		t.Errorf("%v %v", b, problems)
	}
	if _, _, err := Bundle(Input{FS: fstest.MapFS{}, Sheets: sheets}); err == nil || !strings.Contains(err.Error(), framework) {
		t.Errorf("a missing framework is an error that names it, not %v", err)
	}
}

// TestMistakes holds every message that an author of scripts and style sheets can get.
func TestMistakes(t *testing.T) {
	for _, c := range []struct{ file, text, want string }{
		{"scripts/a.ts", "const x = ;\n", "assets/scripts/a.ts:1:11: unexpected \";\""},
		{"scripts/a.ts", "\r\nimport \"./b\";", "assets/scripts/a.ts:2:8: no script \"./b\"\n    looked for assets/scripts/b with and without .ts, .mjs and .js"},
		{"scripts/a.ts", "import \"../../secret\";", "assets/scripts/a.ts:1:8: no script \"../../secret\"\n    looked for assets/../secret with and without .ts, .mjs and .js"},
		{"scripts/a.ts", "import \"./a/x.css\";", "assets/scripts/a.ts:1:8: \"./a/x.css\" cannot be part of a script\n    scripts import .ts, .mjs, .js and .json"},
		{"scripts/a.ts", "import x from \"./a/x.png\"; x();", "assets/scripts/a.ts:1:15: \"./a/x.png\" cannot be part of a script\n    scripts import .ts, .mjs, .js and .json"},
		{"scripts/a.ts", "import x from \"lodash\"; x();", "assets/scripts/a.ts:1:15: no package \"lodash\" in assets/vendor\n    scripts load only what lies in assets: add the package to assets/tools/packages.mjs and imports.mjs and run: make vendor"},
		{"scripts/a.ts", "import(\"https://cdn.example/x.js\");", "assets/scripts/a.ts:1:8: no package \"https://cdn.example/x.js\" in assets/vendor\n    scripts load only what lies in assets: add the package to assets/tools/packages.mjs and imports.mjs and run: make vendor"},
		{"scripts/a.ts", "import { nothing } from \"./a/y\"; nothing();", "assets/scripts/a.ts:1:10: no matching export in \"assets/scripts/a/y.ts\" for import \"nothing\""},
		{"scripts/a.ts", "eval(\"1\");", "assets/scripts/a.ts:1:1: eval is refused by the site's Content-Security-Policy"},
		{"scripts/a.ts", "if (typeof a === \"nonsense\") alert(1);", "assets/scripts/a.ts:1:18: warning: the \"typeof\" operator will never evaluate to \"nonsense\""},
		{"scripts/start.ts", "export let = 1;", "assets/scripts/start.ts:1:12: expected identifier but found \"=\""},
		{"styles/site.css", "a { color: red;\n\n", "assets/styles/site.css:3:1: expected \"}\" to go with \"{\"\n    assets/styles/site.css:1:3: the unbalanced \"{\" is here"},
		{"styles/site.css", "a {\n  color red;\n}", "assets/styles/site.css:2:8: expected \":\""},
		{"styles/site.css", "a { backgroud: red }", "assets/styles/site.css:1:5: warning: \"backgroud\" is not a known CSS property\n    did you mean \"background\" instead?"},
		{"styles/site.css", "// note\na { color: red }", "assets/styles/site.css:1:1: comments in CSS use \"/* ... */\" instead of \"//\""},
		{"styles/site.css", "a { background: url(../images/no.png) }", "assets/styles/site.css:1:17: no picture \"../images/no.png\"\n    url() takes a path from this file to one below assets/images: ../images/map.svg"},
		{"styles/site.css", "a { background: url(https://cdn.example/x.png) }", "assets/styles/site.css:1:17: no picture \"https://cdn.example/x.png\"\n    url() takes a path from this file to one below assets/images: ../images/map.svg"},
		{"styles/reading.css", "@import \"https://cdn.example/x.css\";", "assets/styles/reading.css:1:9: no style sheet \"https://cdn.example/x.css\"\n    @import takes a path from this file to another below assets/styles"},
		{"vendor/pack/pack.js", "export const a = typeof b === \"nonsense\";", ""},
	} {
		fsys := folderOf(site)
		fsys["scripts/a/x.css"], fsys["scripts/a/x.png"] = &fstest.MapFile{}, &fstest.MapFile{}
		fsys["scripts/a/y.ts"] = &fstest.MapFile{Data: []byte("export {};")}
		fsys[c.file] = &fstest.MapFile{Data: []byte(c.text)}
		_, problems := bundle(t, Input{FS: fsys, Sheets: sheets})
		var got []string
		for _, p := range problems {
			got = append(got, p.String())
		}
		if diff := cmp.Diff(c.want, strings.Join(got, "\n")); diff != "" {
			t.Errorf("%s: %s\n%s", c.file, c.text, diff)
		}
	}
}

func TestAllMistakesInOneRun(t *testing.T) {
	fsys := folderOf(site)
	for name, text := range map[string]string{"scripts/a.ts": "let =", "scripts/b.ts": "import './no'", "scripts/start.ts": "?", "styles/site.css": "}", "styles/reading.css": "{"} {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	b, problems := bundle(t, Input{FS: fsys, Sheets: sheets})
	files := map[string]bool{}
	for _, p := range problems {
		files[p.File] = true
	}
	if len(files) != 5 {
		t.Errorf("mistakes in five files, told of %v:\n%v", files, problems)
	}
	if b == nil || b.URL["images/map.svg"] == "" || b.URL["reading.css"] != "" {
		t.Errorf("what has no mistake is there, what has one is not: %v", b)
	}
}

func TestByteOrderMark(t *testing.T) {
	fsys := folderOf(map[string]string{"styles/site.css": "\ufeffp { color: red }", "scripts/a.ts": "\ufeffalert(1)"})
	b, problems := bundle(t, Input{FS: fsys, Sheets: map[string]Sheet{"reading": {Used: []string{"p"}}}})
	if len(problems) > 0 || b.text(t, "", "reading.css") != "p{color:red}\n" || b.text(t, "", "a.js") != "alert(1);\n" {
		t.Errorf("%v %v", b, problems)
	}
}

func TestHash(t *testing.T) {
	hash := func(fsys fs.FS) string {
		h, err := Hash(fsys)
		if err != nil {
			t.Fatal(err)
		}
		return fmt.Sprint(h)
	}
	before := hash(folderOf(site))
	for _, c := range []struct {
		file, text string
		changes    bool
	}{
		{"styles/site.css", "p {}", true}, {"scripts/new.ts", "", true}, {"images/map.svg", "<svg></svg>", true},
		{"vendor/pack/pack.js", "", true}, {"tools/vendor.mjs", "x", false}, {"tests/a.test.ts", "x", false}, {"images/.DS_Store", "x", false},
	} {
		fsys := folderOf(site)
		fsys[c.file] = &fstest.MapFile{Data: []byte(c.text)}
		if got := hash(fsys) != before; got != c.changes {
			t.Errorf("%s: changes the hash: %v, want %v", c.file, got, c.changes)
		}
	}
	if before != hash(folderOf(site)) {
		t.Errorf("%q is no stable hash", before)
	}
}
