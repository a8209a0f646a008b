package build

import (
	"strings"

	"signpost/internal/content"
	"signpost/internal/problem"
	"signpost/internal/site"
)

// changes are the files that may have changed since the Build before.
type changes struct {
	pages  []string // below content/; nil when any may have
	others bool     // layouts or assets, too
}

// take returns what Changed says and forgets it. Layouts and assets count as changed until a Build has come so far as to
// look at them.
func (b *Builder) take() changes {
	names := b.Changed
	b.Changed = nil
	c := changes{pages: []string{}}
	for _, name := range names {
		if page, inside := strings.CutPrefix(name, "content/"); inside {
			c.pages = append(c.pages, page)
		} else {
			b.looked = false
		}
	}
	if names == nil {
		c.pages, b.looked = nil, false
	}
	c.others = !b.looked
	return c
}

// built is the last good Build.
type built struct {
	result  *Result
	options Options
	joins   problem.List // what Join found, warnings only
}

// again makes a Result out of the last one when only the text of pages has changed that no other page shows anything of.
// It returns nil when there is more to do, or something to mend, and then the last Site for Join to compare with.
func (b *Builder) again(changed changes, tree *content.Tree, found problem.List) (*Result, *site.Site) {
	last := b.last
	b.last = built{}
	if last.result == nil || b.keeps || len(last.joins) > 0 || found.Errors() > 0 {
		return nil, nil
	}
	before := last.result.Site
	if changed.others || last.options != b.Options || len(changed.pages) != 1 || b.layouts.value.ReadsOthers() {
		return nil, before
	}
	name := "content/" + changed.pages[0]
	for _, p := range tree.Pages {
		if p.File != name {
			continue
		}
		joined, page, more, ok := last.result.Site.With(p, tree)
		if !ok || len(more) > 0 {
			return nil, before
		}
		r := *last.result
		r.Site, r.source, r.Printed = joined, b.Source, []*site.Page{page}
		r.printer = last.result.printer.For(joined)
		b.last = built{&r, b.Options, nil}
		return &r, nil
	}
	return nil, before
}
