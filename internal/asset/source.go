package asset

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/evanw/esbuild/pkg/api"
)

// manifest is where `make vendor` writes what lies below vendor/, its checksums, and by what names scripts import it.
const manifest = "vendor/vendor.json"

// source lets esbuild read the folder and nothing else: not the disk, not node_modules, no other host.
type source struct {
	fsys     fs.FS
	imports  map[string]string // a package's name as imported to its place; one "*" stands for the rest of both
	pictures map[string]string // images/map.svg to assets/images/map.1f2e3d4c.svg

	framework func() ([]*item, error) // the framework's style sheet, which all others begin with
	common    func() (string, made)   // the sheet that follows it in all that have no file of their own
}

func newSource(fsys fs.FS, pictures map[string]string) (*source, error) {
	data, err := fs.ReadFile(fsys, manifest)
	if errors.Is(err, fs.ErrNotExist) {
		data, err = []byte("{}"), nil
	}
	var m struct {
		Imports map[string]string `json:"imports"`
	}
	if err == nil {
		err = json.Unmarshal(data, &m)
	}
	if err != nil {
		return nil, fmt.Errorf("read %s/%s: %w", folder, manifest, err)
	}
	parse := sync.OnceValues(func() ([]*item, error) {
		text, err := fs.ReadFile(fsys, framework)
		return parseSheet(string(text)), err
	})
	s := &source{fsys: fsys, imports: m.Imports, pictures: pictures, framework: parse}
	s.common = sync.OnceValues(func() (string, made) { return ownStyles(s, common) })
	return s, nil
}

// namespace marks the modules of a source, whose paths are those of its fs.FS.
const namespace = "assets"

func (s *source) plugin() api.Plugin {
	return api.Plugin{Name: namespace, Setup: func(build api.PluginBuild) {
		build.OnResolve(api.OnResolveOptions{Filter: ".*"}, func(args api.OnResolveArgs) (api.OnResolveResult, error) {
			return s.resolve(args), nil
		})
		build.OnLoad(api.OnLoadOptions{Filter: ".*", Namespace: namespace}, s.load)
	}}
}

func (s *source) resolve(args api.OnResolveArgs) api.OnResolveResult {
	switch args.Kind {
	case api.ResolveEntryPoint:
		return api.OnResolveResult{Path: args.Path, Namespace: namespace}
	case api.ResolveCSSURLToken:
		return s.resolvePicture(args)
	case api.ResolveCSSImportRule:
		if name := path.Join(path.Dir(args.Importer), args.Path); path.Ext(name) == ".css" && s.exists(name) {
			return api.OnResolveResult{Path: name, Namespace: namespace}
		}
		return refuse(fmt.Sprintf("no style sheet %q", args.Path), "@import takes a path from this file to another below assets/styles")
	}
	return s.resolveModule(args)
}

func (s *source) resolveModule(args api.OnResolveArgs) api.OnResolveResult {
	name, own := path.Join(path.Dir(args.Importer), args.Path), hasAnyPrefix(args.Path, "./", "../")
	if !own {
		name = s.packaged(args.Path)
	}
	if file := s.find(name); file != "" {
		if ext := path.Ext(file); ext == ".css" || loaders[ext] == api.LoaderNone {
			return refuse(fmt.Sprintf("%q cannot be part of a script", args.Path), "scripts import .ts, .mjs, .js and .json")
		}
		return api.OnResolveResult{Path: file, Namespace: namespace}
	}
	if own {
		return refuse(fmt.Sprintf("no script %q", args.Path), "looked for "+folder+"/"+name+" with and without .ts, .mjs and .js")
	}
	return refuse(fmt.Sprintf("no package %q in assets/vendor", args.Path),
		"scripts load only what lies in assets: add the package to assets/tools/packages.mjs and imports.mjs and run: make vendor")
}

// packaged returns the place of a package's module: by its whole name, or by the longest pattern that fits.
func (s *source) packaged(name string) string {
	if place, ok := s.imports[name]; ok {
		return place
	}
	longest, found := -1, ""
	for _, pattern := range slices.Sorted(maps.Keys(s.imports)) {
		place := s.imports[pattern]
		start, end, ok := strings.Cut(pattern, "*")
		if ok && len(start) > longest && len(name) > len(start)+len(end) && strings.HasPrefix(name, start) && strings.HasSuffix(name, end) {
			longest, found = len(start), strings.Replace(place, "*", name[len(start):len(name)-len(end)], 1)
		}
	}
	return found
}

// find returns the file that a script means by a path, or "".
func (s *source) find(name string) string {
	if name == "" {
		return ""
	}
	for _, suffix := range []string{"", ".ts", ".mjs", ".js", "/index.ts", "/index.mjs", "/index.js"} {
		if s.exists(name + suffix) {
			return name + suffix
		}
	}
	if stem, ok := strings.CutSuffix(name, ".js"); ok && s.exists(stem+".ts") { // as TypeScript has it
		return stem + ".ts"
	}
	return ""
}

func (s *source) exists(name string) bool {
	if !fs.ValidPath(name) {
		return false
	}
	info, err := fs.Stat(s.fsys, name)
	return err == nil && !info.IsDir()
}

// resolvePicture replaces a picture's path in a style sheet by the fingerprinted one, relative to assets/, where all
// sheets are.
func (s *source) resolvePicture(args api.OnResolveArgs) api.OnResolveResult {
	if hasAnyPrefix(args.Path, "data:", "#") {
		return api.OnResolveResult{Path: args.Path, External: true}
	}
	if place, ok := s.pictures[path.Join(path.Dir(args.Importer), args.Path)]; ok {
		return api.OnResolveResult{Path: strings.TrimPrefix(place, folder+"/"), External: true}
	}
	return refuse(fmt.Sprintf("no picture %q", args.Path), "url() takes a path from this file to one below assets/images: ../images/map.svg")
}

func refuse(text, note string) api.OnResolveResult {
	return api.OnResolveResult{Errors: []api.Message{{Text: text, Notes: []api.Note{{Text: note}}}}}
}

var loaders = map[string]api.Loader{
	".ts": api.LoaderTS, ".mjs": api.LoaderJS, ".js": api.LoaderJS, ".json": api.LoaderJSON, ".css": api.LoaderCSS,
}

func (s *source) load(args api.OnLoadArgs) (api.OnLoadResult, error) {
	data, err := fs.ReadFile(s.fsys, args.Path)
	if err != nil {
		return api.OnLoadResult{}, err
	}
	text := string(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")))
	return api.OnLoadResult{Contents: &text, Loader: loaders[path.Ext(args.Path)]}, nil
}
