package asset

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

// classics are the scripts that are no modules: start.ts is for browsers that know none, too; sw.ts is the service worker, which
// some browsers cannot take as a module.
var classics = []string{"scripts/start.ts", "scripts/sw.ts"}

// compileModules makes ES modules of the scripts at the top of scripts/. What they share, and what they load on a click,
// goes into chunks of its own.
func compileModules(src *source, wanted []string) (made, error) {
	entries, err := entryPoints(src.fsys)
	entries = only(entries, wanted)
	if err != nil || len(entries) == 0 {
		return made{}, err
	}
	options := scriptOptions(src, entries...)
	options.Format, options.Splitting = api.FormatESModule, true
	return compileScripts(options)
}

// compileClassics makes the scripts that are no modules, each whole in one file.
func compileClassics(src *source, wanted []string) (made, error) {
	entries := only(slices.DeleteFunc(slices.Clone(classics), func(name string) bool { return !src.exists(name) }), wanted)
	if len(entries) == 0 {
		return made{}, nil
	}
	options := scriptOptions(src, entries...)
	options.Format = api.FormatIIFE
	return compileScripts(options)
}

// only leaves the scripts that are wanted: all, when wanted is nil.
func only(entries, wanted []string) []string {
	if wanted == nil {
		return entries
	}
	return slices.DeleteFunc(entries, func(name string) bool {
		return !slices.Contains(wanted, strings.TrimSuffix(path.Base(name), ".ts"))
	})
}

// entryPoints lists the scripts at the top of scripts/ that are neither tests nor declarations nor classic.
func entryPoints(fsys fs.FS) ([]string, error) {
	all, err := fs.Glob(fsys, "scripts/*.ts")
	if err != nil {
		return nil, fmt.Errorf("list scripts: %w", err)
	}
	var entries []string
	for _, name := range all {
		if !slices.Contains(classics, name) && !hasAnySuffix(name, ".test.ts", ".d.ts") {
			entries = append(entries, name)
		}
	}
	return entries, nil
}

func scriptOptions(src *source, entries ...string) api.BuildOptions {
	options := api.BuildOptions{
		Bundle: true, Target: api.ES2020, Platform: api.PlatformBrowser,
		MinifyWhitespace: true, MinifyIdentifiers: true, MinifySyntax: true,
		Define:       map[string]string{"process.env.NODE_ENV": `"production"`},
		TsconfigRaw:  "{}", // whatever lies around where the program is run
		EntryNames:   "[name].[hash]",
		ChunkNames:   "[name].[hash]",
		OutExtension: map[string]string{".js": ".js"},
		Outdir:       folder, Metafile: true, LogLevel: api.LogLevelSilent, LogOverride: overrides,
		Plugins: []api.Plugin{src.plugin()},
	}
	for _, name := range entries {
		options.EntryPointsAdvanced = append(options.EntryPointsAdvanced,
			api.EntryPoint{InputPath: name, OutputPath: strings.TrimSuffix(path.Base(name), ".ts")})
	}
	return options
}

func compileScripts(options api.BuildOptions) (made, error) {
	result := api.Build(options)
	m := made{names: map[string]string{}, imports: map[string][]string{}, problems: mistakes(result.Errors, result.Warnings)}
	if len(result.Errors) > 0 {
		return m, nil
	}
	for _, f := range result.OutputFiles {
		m.files = append(m.files, File{Path: folder + "/" + path.Base(filepath.ToSlash(f.Path)), Data: f.Contents})
	}
	var meta struct {
		Outputs map[string]struct {
			EntryPoint string                        `json:"entryPoint"`
			Imports    []struct{ Path, Kind string } `json:"imports"`
		} `json:"outputs"`
	}
	if err := json.Unmarshal([]byte(result.Metafile), &meta); err != nil {
		return m, fmt.Errorf("read what esbuild made: %w", err)
	}
	for file, output := range meta.Outputs {
		for _, imported := range output.Imports {
			if imported.Kind == "import-statement" {
				name := folder + "/" + path.Base(file)
				m.imports[name] = append(m.imports[name], folder+"/"+path.Base(imported.Path))
			}
		}
		entry := strings.TrimPrefix(output.EntryPoint, namespace+":")
		if dir, name := path.Split(entry); dir == "scripts/" { // a chunk loaded on a click has an entry point, too
			m.names[strings.TrimSuffix(name, ".ts")+".js"] = folder + "/" + path.Base(file)
		}
	}
	return m, nil
}
