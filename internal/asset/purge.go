package asset

import (
	"slices"
	"strings"

	"github.com/tdewolff/parse/v2/css"
)

// purge takes out of a style sheet what no page can use: selectors with a name that is not used, rules and at-rules
// left empty by that, and then the animations and custom properties that nothing left refers to. It changes no item,
// because several sheets are made of the same ones.
func purge(sheet []*item, used *words) string {
	items := dropDead(sheet, used)
	for dropped := true; dropped; { // a property may have been the last to refer to another
		refs := references{names: map[string]bool{}}
		refs.collect(items)
		items, dropped = dropUnreferenced(items, refs, used)
	}
	return printSheet(items)
}

func dropDead(items []*item, used *words) []*item {
	var kept []*item
	for _, it := range items {
		if !it.block || it.name != "" && !grouping(it.name) {
			kept = append(kept, it)
			continue
		}
		left := *it
		if it.name == "" {
			left.head = livingSelectors(it.head, used)
		}
		if len(left.head) > 0 {
			left.body = dropDead(it.body, used)
			kept = appendUnlessEmpty(kept, &left)
		}
	}
	return kept
}

func livingSelectors(head []token, used *words) []token {
	list := splitList(head)
	living := slices.DeleteFunc(slices.Clone(list), func(s []token) bool { return !alive(s, used) })
	if len(living) == len(list) {
		return head
	}
	var tokens []token
	for i, s := range living {
		if i > 0 {
			tokens = append(tokens, token{css.CommaToken, ", "})
		}
		tokens = append(tokens, token{css.EmptyToken, headText(s)})
	}
	return tokens
}

// grouping says whether an at-rule holds rules that are purged one by one. Others stay or go whole.
func grouping(name string) bool {
	switch name {
	case "@media", "@supports", "@layer", "@container", "@scope", "@starting-style", "@document", "@-moz-document":
		return true
	}
	return false
}

// appendUnlessEmpty adds a rule with something in it. An emptied layer keeps its place among the layers.
func appendUnlessEmpty(items []*item, it *item) []*item {
	if len(it.body) > 0 {
		return append(items, it)
	}
	if it.name == "@layer" && len(it.head) > 1 && headText(it.head[1:]) != "" {
		return append(items, &item{name: it.name, head: it.head})
	}
	return items
}

// references are the names that what is left of a sheet refers to: custom properties, and words that may be the name of
// an animation.
type references struct{ names map[string]bool }

func (r references) collect(items []*item) {
	for _, it := range items {
		head := it.head
		switch {
		case !it.block && (strings.HasPrefix(it.name, "--") || strings.Contains(it.name, "animation")):
			head = head[1:] // its own name is no reference
			for _, t := range head {
				r.names[strings.Trim(unescape(t.text), `"'`)] = true
			}
		case isKeyframes(it.name), it.name == "@property":
			head = nil
		}
		for _, t := range head {
			if t.kind == css.CustomPropertyNameToken {
				r.names[unescape(t.text)] = true
			}
		}
		r.collect(it.body)
	}
}

func dropUnreferenced(items []*item, refs references, used *words) (kept []*item, dropped bool) {
	for _, it := range items {
		name := ""
		switch {
		case !it.block && strings.HasPrefix(it.name, "--"):
			name = unescape(it.name)
		case it.block && (isKeyframes(it.name) || it.name == "@property"):
			name = strings.Trim(unescape(headText(it.head[1:])), `"'`)
		}
		if name != "" && !refs.names[name] && !used.has(name) {
			dropped = true
			continue
		}
		if len(it.body) == 0 {
			kept = append(kept, it)
			continue
		}
		body, less := dropUnreferenced(it.body, refs, used)
		if less {
			left := *it
			left.body, dropped = body, true
			it = &left
		}
		kept = appendUnlessEmpty(kept, it)
	}
	return kept, dropped
}

func isKeyframes(name string) bool {
	return strings.HasPrefix(name, "@") && strings.HasSuffix(name, "keyframes")
}
