package build

import (
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"signpost/internal/asset"
	"signpost/internal/layout"
	"signpost/internal/markdown"
	"signpost/internal/problem"
	"signpost/internal/site"
)

func (b *Builder) sumAssets() error {
	sums, err := asset.Hash(b.Source.Assets)
	if err != nil {
		return fmt.Errorf("read assets: %w", err)
	}
	b.sources = sums
	return nil
}

// bundle compiles the style sheets and scripts, unless nothing they depend on has changed.
func (b *Builder) bundle(s *site.Site) (*asset.Bundled, problem.List, error) {
	hash := fmt.Sprint(b.sources, " ", b.layouts.hash, " ", s.BasePath, " ", layout.Documents(s))
	if b.assets.hash == hash {
		return b.assets.value, b.assets.found, nil
	}
	needs, err := b.layouts.value.Needs(s)
	if err != nil {
		return nil, nil, err
	}
	wanted := []string{}
	for _, sheet := range slices.Sorted(maps.Keys(needs)) {
		wanted = append(wanted, needs[sheet].Scripts...)
	}
	if offers(s, "offline") {
		wanted = append(wanted, strings.TrimSuffix(workerScript, ".js"))
	}
	scripts, err := scriptSources(b.Source.Assets, wanted)
	if err != nil {
		return nil, nil, err
	}
	sheets := map[string]asset.Sheet{}
	for name, need := range needs {
		used := append(need.Used, markdown.Markup)
		for _, script := range need.Scripts {
			used = append(used, scripts[script]...)
		}
		sheets[name] = asset.Sheet{Used: used}
	}
	bundle, found, err := b.bundler.Bundle(asset.Input{FS: b.Source.Assets, Base: s.BasePath, Sheets: sheets, Scripts: wanted, Sums: b.sources})
	if err != nil {
		return nil, found, err
	}
	b.assets = remembered[*asset.Bundled]{hash, bundle, found}
	return bundle, found, nil
}

// scriptSources returns the sources that each of the wanted scripts below assets/scripts is made of, tests left out: its
// own, and those of its parts, which stand in a folder of its name.
func scriptSources(assets fs.FS, wanted []string) (map[string][]string, error) {
	sources := map[string][]string{}
	err := fs.WalkDir(assets, "scripts", func(name string, d fs.DirEntry, err error) error {
		top, _, _ := strings.Cut(strings.TrimPrefix(name, "scripts/"), "/")
		script := strings.TrimSuffix(top, ".ts")
		switch {
		case err != nil || name == "scripts":
			return err
		case !slices.Contains(wanted, script):
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case d.IsDir() || path.Ext(name) != ".ts" || strings.HasSuffix(name, ".test.ts"):
			return nil
		}
		data, err := fs.ReadFile(assets, name)
		sources[script] = append(sources[script], string(data))
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("read scripts: %w", err)
	}
	return sources, nil
}
