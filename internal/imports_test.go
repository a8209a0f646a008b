// Package internal holds no code: this test is the table of who may import whom.
package internal

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// module is how this project's packages begin, and inside the rest of most of them.
const (
	module = "signpost"
	inside = module + "/internal/"
)

// may is the table: a package, what it is for, and which of our own packages it may import. A package that is not in it
// fails the test: give it a row, or find it a home in one that is there.
var may = map[string]struct{ does, imports string }{
	"cache":        {"what is kept from one run to the next", ""},
	"problem":      {"an author's mistake: place, what, why, mend", ""},
	"schema":       {"kinds of page and their fields", "problem"},
	"worksheet":    {"questions; the JSON contract with the browser", "problem schema"},
	"markdown":     {"a body as tree, links and HTML", "problem schema"},
	"asset":        {"bundle and fingerprint", "problem"},
	"content":      {"content/ as checked pages", "cache problem schema worksheet markdown"},
	"site":         {"pages joined: addresses, order, links", "problem schema worksheet markdown content"},
	"explorer":     {"what the explorer compares specialties by", "content site schema"},
	"search":       {"the index the browser searches in", "cache content site"},
	"document":     {"the pages as one book", "content site"},
	"prose":        {"long sentences, reading age, stale facts", "problem content site"},
	"external":     {"do the links to other sites still work", "problem content site"},
	"layout":       {"one page, one document", "cache problem schema markdown content site explorer"},
	"build":        {"the straight line; the only writer of files", "problem schema worksheet markdown asset content site layout search document cache"},
	"preview":      {"the live server; the only listener", "problem build site"},
	"corpus":       {"large sites made up for measuring", ""},
	"corpus/peers": {"the same site built by others", "corpus"},
	"cmd":          {"flags, and one call for each subcommand", "problem schema content site build preview prose external signpost"},
}

// tests are the packages that the tests of a package may import on top: their cases are written as authors write them.
var tests = map[string]string{
	"schema":    "content markdown worksheet",
	"worksheet": "content",
	"external":  "markdown",
	"document":  "signpost build",
	"build":     "signpost corpus",
	"preview":   "signpost",
}

// alone says which packages may use each library, by the beginning of its import path. Libraries for testing may be used
// by all tests and by nothing else.
var alone = map[string]string{
	"github.com/yuin/goldmark":                   "markdown",
	"github.com/goccy/go-yaml":                   "content",
	"github.com/evanw/esbuild":                   "asset",
	"github.com/tdewolff/parse":                  "asset search",
	"github.com/fsnotify/fsnotify":               "preview",
	"github.com/alecthomas/kong":                 "cmd",
	"golang.org/x/sync":                          "content asset layout search build prose external",
	"golang.org/x/sys":                           "build",
	"golang.org/x/net/html":                      "document corpus/peers",
	"github.com/rogpeppe/go-internal/lockedfile": "build",
	"github.com/rogpeppe/go-internal/testscript": "testing",
	"github.com/rogpeppe/go-internal/txtar":      "testing",
	"github.com/google/go-cmp":                   "testing",
	"github.com/andybalholm/brotli":              "testing",
	"filippo.io/age":                             "testing",
}

// machine are the parts of the standard library that reach outside; everything else gets values and gives values.
// content reads from an fs.FS like the others; it has os for one file in which the texts of a very large site wait.
var machine = map[string]string{
	"os":       "content build preview cmd corpus corpus/peers",
	"os/exec":  "preview cmd corpus/peers",
	"net":      "preview cmd",
	"net/http": "preview external cmd corpus/peers",
}

func TestImports(t *testing.T) {
	seen := map[string]bool{}
	err := fs.WalkDir(os.DirFS(".."), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (path.Base(name) == "testdata" || path.Base(name) == "node_modules" || strings.HasPrefix(path.Base(name), ".") && name != ".") {
			return fs.SkipDir
		}
		pkg, ours := packageOf(name)
		if path.Ext(name) != ".go" || !ours {
			return nil
		}
		if _, known := may[pkg]; !known {
			t.Errorf("%s: the package %q has no row in the table of permitted imports", name, pkg)
			return nil
		}
		seen[pkg] = true
		file, err := parser.ParseFile(token.NewFileSet(), "../"+name, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, spec := range file.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			if why := refuse(pkg, imported, strings.HasSuffix(name, "_test.go")); why != "" {
				t.Errorf("%s imports %s: %s", name, imported, why)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, pkg := range []string{"problem", "schema", "worksheet", "markdown", "asset", "content", "site", "layout", "build", "cmd"} {
		if !seen[pkg] {
			t.Errorf("no file of the package %q was seen, so this test looked in the wrong place", pkg)
		}
	}
}

// packageOf names the row of a file; files outside cmd and internal have none.
func packageOf(name string) (pkg string, ours bool) {
	dir := path.Dir(name)
	switch {
	case strings.HasPrefix(dir, "cmd/"):
		return "cmd", true
	case strings.HasPrefix(dir, "internal/"):
		return strings.TrimPrefix(dir, "internal/"), true
	}
	return "", false
}

// refuse says why a package may not import another, "" if it may.
func refuse(pkg, imported string, inTest bool) string {
	lists := func(list string) bool { return slices.Contains(strings.Fields(list), pkg) }
	if imported == module || strings.HasPrefix(imported, inside) {
		short := strings.TrimPrefix(imported, inside)
		if short == pkg && inTest || slices.Contains(strings.Fields(may[pkg].imports), short) ||
			inTest && slices.Contains(strings.Fields(tests[pkg]), short) {
			return ""
		}
		return "not in the row of " + pkg
	}
	if inTest {
		return "" // a test may use any library that the module requires, and the disk
	}
	if users, watched := machine[imported]; watched && !lists(users) {
		return "only for " + users
	}
	if first, _, _ := strings.Cut(imported, "/"); !strings.Contains(first, ".") {
		return "" // the standard library
	}
	for library, users := range alone {
		if imported == library || strings.HasPrefix(imported, library+"/") {
			if lists(users) {
				return ""
			}
			return "only for " + users
		}
	}
	return "this library is in no row"
}

func TestRefuse(t *testing.T) {
	for _, c := range []struct {
		pkg, imported string
		inTest        bool
		want          string
	}{
		{"problem", "signpost/internal/schema", false, "not in the row of problem"},
		{"schema", "signpost/internal/content", false, "not in the row of schema"},
		{"schema", "signpost/internal/content", true, ""},
		{"site", "signpost", false, "not in the row of site"},
		{"content", "github.com/yuin/goldmark/ast", false, "only for markdown"},
		{"markdown", "github.com/yuin/goldmark/ast", false, ""},
		{"site", "github.com/google/go-cmp/cmp", false, "only for testing"},
		{"site", "github.com/google/go-cmp/cmp", true, ""},
		{"site", "os", false, "only for content build preview cmd corpus corpus/peers"},
		{"site", "gopkg.in/yaml.v3", false, "this library is in no row"},
		{"site", "strings", false, ""},
	} {
		if got := refuse(c.pkg, c.imported, c.inTest); got != c.want {
			t.Errorf("refuse(%q, %q, %v) = %q, want %q", c.pkg, c.imported, c.inTest, got, c.want)
		}
	}
}
