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
	modules := []string{}
	for _, sheet := range slices.Sorted(maps.Keys(needs)) {
		modules = append(modules, needs[sheet].Modules...)
	}
	scripts, err := scriptSources(b.Source.Assets)
	if err != nil {
		return nil, nil, err
	}
	sheets := map[string]asset.Sheet{}
	for name, need := range needs {
		used := append(need.Used, markdown.Markup)
		// A module has its parts in a folder of its name; start.ts runs everywhere.
		loaded := append([]string{"start"}, need.Modules...)
		for script, source := range scripts {
			if top, _, _ := strings.Cut(script, "/"); slices.Contains(loaded, strings.TrimSuffix(top, ".ts")) {
				used = append(used, source)
			}
		}
		sheets[name] = asset.Sheet{Used: used}
	}
	bundle, found, err := b.bundler.Bundle(asset.Input{FS: b.Source.Assets, Base: s.BasePath, Sheets: sheets, Modules: modules, Sums: b.sources})
	if err != nil {
		return nil, found, err
	}
	b.assets = remembered[*asset.Bundled]{hash, bundle, found}
	return bundle, found, nil
}

// scriptSources returns the source of every script below assets/scripts, tests left out, by path.
func scriptSources(assets fs.FS) (map[string]string, error) {
	sources := map[string]string{}
	err := fs.WalkDir(assets, "scripts", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) != ".ts" || strings.HasSuffix(name, ".test.ts") {
			return err
		}
		data, err := fs.ReadFile(assets, name)
		sources[strings.TrimPrefix(name, "scripts/")] = string(data)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("read scripts: %w", err)
	}
	return sources, nil
}
