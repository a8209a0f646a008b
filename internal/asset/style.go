package asset

import (
	"fmt"
	"slices"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
	"golang.org/x/sync/errgroup"
)

// framework is the style sheet of the NHS.UK frontend, compiled by `make vendor`.
const framework = "vendor/nhsuk-frontend/nhsuk.css"

// common is the style sheet that all others go on with.
const common = "styles/site.css"

// compileSheet makes one style sheet: the framework, then site.css, then the sheet's own file if it has one, without
// the rules that no page of the sheet can use.
func compileSheet(src *source, name string, sheet Sheet) (made, error) {
	var base []*item
	var group errgroup.Group
	group.Go(func() (err error) {
		base, err = src.framework()
		return err
	})
	sheetOwn := src.common
	if file := "styles/" + name + ".css"; src.exists(file) {
		sheetOwn = func() (string, made) { return ownStyles(src, common, file) }
	}
	own, m := sheetOwn()
	if err := group.Wait(); err != nil {
		return made{}, fmt.Errorf("read %s/%s: %w", folder, framework, err)
	}
	if m.problems.Errors() > 0 {
		return m, nil
	}
	purged := purge(slices.Concat(base, parseSheet(own)), newWords(sheet.Used))
	result := api.Transform(purged, api.TransformOptions{
		Loader: api.LoaderCSS, MinifyWhitespace: true, MinifySyntax: true, LogLevel: api.LogLevelSilent,
	})
	if len(result.Errors) > 0 {
		return made{}, fmt.Errorf("make style sheet %s smaller: %s", name, result.Errors[0].Text)
	}
	m.names = map[string]string{}
	m.add(name+".css", result.Code)
	return m, nil
}

// ownStyles joins the site's own files, with what they import, and puts nested rules one below the other.
func ownStyles(src *source, files ...string) (string, made) {
	var entry strings.Builder
	for _, f := range files {
		if src.exists(f) {
			fmt.Fprintf(&entry, "@import %q;\n", f)
		}
	}
	result := api.Build(api.BuildOptions{
		Stdin:  &api.StdinOptions{Contents: entry.String(), Loader: api.LoaderCSS},
		Bundle: true, Outdir: folder, LogLevel: api.LogLevelSilent, TsconfigRaw: "{}",
		Supported:    map[string]bool{"nesting": false},
		MinifySyntax: true, // as compileSheet has it, or esbuild reads its own runtime once more
		Plugins:      []api.Plugin{src.plugin()},
	})
	m := made{problems: mistakes(result.Errors, result.Warnings)}
	if len(result.Errors) > 0 || len(result.OutputFiles) == 0 {
		return "", m
	}
	return string(result.OutputFiles[0].Contents), m
}
