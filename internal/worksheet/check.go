package worksheet

import (
	"strings"

	"signpost/internal/problem"
	"signpost/internal/schema"
)

// check finds what the table of fields cannot say: lists that are missing or given twice, ids that meet twice, columns
// that do not fit their type.
func (q *Question) check(n *schema.Node, kind *TypeDoc) problem.List {
	var found problem.List
	if kind.items != "" {
		found = append(found, q.checkSource(n, kind.items)...)
		found = append(found, twice(n, kind.items, "item")...)
	}
	if kind.points != "" {
		found = append(found, twice(n, kind.points, "item")...)
	}
	found = append(found, twice(n, "audiences", "audience")...)
	found = append(found, twice(n, "columns", "column")...)
	if v := n.Get("columns"); v != nil {
		for i := range v.Items {
			found = append(found, checkColumn(&v.Items[i])...)
		}
	}
	if v := n.Get("carry"); v != nil && v.Shape == schema.Scalar && strings.Count(v.Text, "/") != 1 {
		found = append(found, problem.At(v.Place, "field \"carry\" cannot be %q", v.Text).
			With("write worksheet/question, like before-your-first-session/first-steps"))
	}
	if v := n.Get("at_most"); v != nil && len(q.Items) > 0 && q.AtMost > len(q.Items) {
		found = append(found, problem.At(v.Place, "field \"at_most\" is %d, but there are only %d items", q.AtMost, len(q.Items)))
	}
	return found
}

// checkSource wants either a list written by hand or the name of a list of pages.
func (q *Question) checkSource(n *schema.Node, own string) problem.List {
	byHand, source := n.Get(own), n.Get("from")
	switch {
	case byHand != nil && source != nil:
		return problem.List{problem.At(source.Place, "field %q and field \"from\" stand together in question type %q", own, q.Type).
			With("write the list by hand, or take it from pages; delete one of the two")}
	case byHand == nil && source == nil:
		return problem.List{problem.At(n.Place, "field %q is missing in question type %q", own, q.Type).
			With("write the list, or take it from pages with a line like from: framework").
			With("from can be: %s", problem.Quote(Sources))}
	}
	return nil
}

// twice finds items of a list that end up with the same id.
func twice(n *schema.Node, key, what string) problem.List {
	v := n.Get(key)
	if v == nil || v.Shape != schema.List {
		return nil
	}
	var found problem.List
	first := map[string]problem.Place{}
	for i := range v.Items {
		item := &v.Items[i]
		id := text(item, "id")
		if item.Shape == schema.Scalar {
			id = schema.Slugify(item.Text)
		}
		if id == "" {
			continue
		}
		if before, ok := first[id]; ok {
			p := problem.At(item.Place, "%s %q stands twice in %q", what, id, key).
				With("it is first written on line %d", before.Line)
			if item.Shape == schema.Scalar {
				p = p.With("give each its own id, like {id: %s-2, text: %s}", id, item.Text)
			}
			found = append(found, p)
			continue
		}
		first[id] = item.Place
	}
	return found
}

func checkColumn(c *schema.Node) problem.List {
	options := c.Get("options")
	switch kind := text(c, "type"); {
	case kind == "one" && options == nil:
		return problem.List{problem.At(c.Place, "column %q of type \"one\" has no options", text(c, "id")).
			With("add a line: options: [Not started, Done]")}
	case kind != "one" && options != nil:
		return problem.List{problem.At(options.Place, "column %q has options but is not of type \"one\"", text(c, "id")).
			With("add type: one, or delete the options")}
	}
	return twice(c, "options", "option")
}
