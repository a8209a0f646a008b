package schema

import (
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"signpost/internal/problem"
)

// DateFormat is how a day is written in front matter, save files and pages' data.
const DateFormat = "2006-01-02"

var (
	slugPattern    = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	pagePattern    = regexp.MustCompile(`^[a-z0-9-]+(/[a-z0-9-]+)*$`)
	addressPattern = regexp.MustCompile(`^/[A-Za-z0-9._~/-]*$`)
)

// Check holds a Map against fields and returns every mistake. owner names what is being checked, for messages:
// `kind "specialty"`, `question type "sort"`.
func Check(owner string, fields []Field, n *Node) problem.List {
	var found problem.List
	if n.Shape != Map {
		return problem.List{problem.At(n.Place, "%s needs keys, found %s", owner, n.Shape).
			With("write one key a line, like title: Words")}
	}
	seen := map[string]problem.Place{}
	for _, e := range n.Keys {
		if first, twice := seen[e.Key]; twice {
			found = append(found, problem.At(e.Place, "field %q stands twice", e.Key).
				With("it is first written on line %d; keep one of the two", first.Line))
			continue
		}
		seen[e.Key] = e.Place
		f := find(fields, e.Key)
		if f == nil {
			names := Names(fields)
			slices.Sort(names)
			found = append(found, problem.At(e.Place, "unknown field %q in %s", e.Key, owner).
				With("allowed: %s", problem.Quote(names)).Suggest(e.Key, names))
			continue
		}
		found = append(found, checkValue(owner, e.Key, *f, &e.Value)...)
	}
	for _, f := range fields {
		if !f.Required {
			continue
		}
		if place, ok := seen[f.Name]; ok {
			if v := n.Get(f.Name); v == nil || v.Shape == Scalar && strings.TrimSpace(v.Text) == "" {
				found = append(found, problem.At(place, "field %q is empty", f.Name).With("%s", f.Help))
			}
			continue
		}
		found = append(found, problem.At(n.Place, "field %q is missing in %s", f.Name, owner).
			With("%s", f.Help).With("add a line: %s: %s", f.Name, f.Example))
	}
	return found
}

func find(fields []Field, name string) *Field {
	for i := range fields {
		if fields[i].Name == name {
			return &fields[i]
		}
	}
	return nil
}

// checkValue checks one value. An empty value counts as absent, so that a line may wait to be filled in.
func checkValue(owner, name string, f Field, v *Node) problem.List {
	if v.Shape == Null || v.Shape == Broken {
		return nil
	}
	switch f.Type {
	case Many:
		return checkMany(owner, name, f, v)
	case Record:
		if v.Shape != Map {
			return problem.List{wrong(name, f, v)}
		}
		return Check("field "+strconv.Quote(name), f.Fields, v)
	case Option:
		return checkOption(name, f, v)
	}
	if v.Shape != Scalar {
		return problem.List{wrong(name, f, v)}
	}
	return checkScalar(name, f, v)
}

func checkMany(owner, name string, f Field, v *Node) problem.List {
	if v.Shape != List {
		return problem.List{wrong(name, f, v)}
	}
	var found problem.List
	for i := range v.Items {
		item := &v.Items[i]
		if item.Shape == Null {
			found = append(found, problem.At(item.Place, "item %d of %q is empty", i+1, name).
				With("write something after the hyphen, or delete the line"))
			continue
		}
		found = append(found, checkValue(owner, name, *f.Of, item)...)
	}
	if f.Min > 0 && len(v.Items) < f.Min {
		noun := "items"
		if f.Min == 1 {
			noun = "item"
		}
		found = append(found, problem.At(v.Place, "field %q needs at least %d %s, found %d", name, f.Min, noun, len(v.Items)))
	}
	if f.Max > 0 && len(v.Items) > f.Max {
		found = append(found, problem.At(v.Place, "field %q takes at most %d items, found %d", name, f.Max, len(v.Items)))
	}
	return found
}

var optionFields = []Field{
	{Name: "id", Type: Slug, Required: true, Help: "a short name that stays the same when the words change", Example: "hands"},
	{Name: "text", Type: Text, Required: true, Help: "the words people read", Example: "Working with my hands"},
}

func checkOption(name string, f Field, v *Node) problem.List {
	switch v.Shape {
	case Map:
		return Check("an item of "+strconv.Quote(name), optionFields, v)
	case Scalar:
		return checkText(name, v)
	}
	return problem.List{wrong(name, f, v)}
}

func checkScalar(name string, f Field, v *Node) problem.List {
	bad := func() problem.List { return problem.List{wrong(name, f, v)} }
	switch f.Type {
	case Text:
		return checkText(name, v)
	case Integer:
		i, err := strconv.Atoi(v.Text)
		if err == nil && v.Quoted {
			return problem.List{wrong(name, f, v).With("take the quotation marks away: %s: %s", name, v.Text)}
		}
		if err != nil {
			return bad()
		}
		if (f.Min != 0 || f.Max != 0) && (i < f.Min || i > f.Max) {
			return problem.List{problem.At(v.Place, "field %q must lie between %d and %d, found %d", name, f.Min, f.Max, i)}
		}
	case Boolean:
		return checkBoolean(name, f, v)
	case Date:
		return checkDate(name, f, v)
	case URL:
		return checkURL(name, f, v)
	case Page:
		if !IsPage(v.Text) {
			p := wrong(name, f, v).With("no slash at either end, no .md, no capitals or spaces")
			if meant := strings.ToLower(strings.TrimSuffix(strings.Trim(v.Text, "/"), ".md")); IsPage(meant) {
				p.Suggestion = meant
			}
			return problem.List{p}
		}
	case Address:
		if !addressPattern.MatchString(v.Text) {
			return bad()
		}
	case Slug:
		if !slugPattern.MatchString(v.Text) {
			return bad()
		}
	case Choice:
		if !slices.Contains(f.Allowed, v.Text) {
			return problem.List{problem.At(v.Place, "field %q cannot be %q", name, v.Text).
				With("allowed: %s", problem.Quote(f.Allowed)).Suggest(v.Text, f.Allowed)}
		}
	}
	return nil
}

// checkBoolean knows what else people write for true and false.
func checkBoolean(name string, f Field, v *Node) problem.List {
	meant := map[string]string{"true": "true", "yes": "true", "on": "true", "false": "false", "no": "false", "off": "false"}[strings.ToLower(v.Text)]
	switch {
	case v.Text == meant && meant != "" && !v.Quoted:
		return nil
	case v.Text == meant && meant != "":
		return problem.List{wrong(name, f, v).With("take the quotation marks away: %s: %s", name, v.Text)}
	}
	p := wrong(name, f, v)
	p.Suggestion = meant
	return problem.List{p}
}

// IsPage says whether s has the shape of a page's name, such as specialties/cardiology.
func IsPage(s string) bool { return pagePattern.MatchString(s) }

func checkURL(name string, f Field, v *Node) problem.List {
	valid := func(s string) bool {
		u, err := url.Parse(s)
		return err == nil && u.Host != "" && (u.Scheme == "http" || u.Scheme == "https") && !strings.ContainsAny(s, " <>\"")
	}
	if valid(v.Text) {
		return nil
	}
	p := wrong(name, f, v)
	switch {
	case !strings.Contains(v.Text, ":") && valid("https://"+v.Text):
		p.Suggestion = "https://" + v.Text
	case valid(strings.ReplaceAll(v.Text, " ", "%20")):
		p = p.With("a web address has no spaces; write %%20 for one")
	}
	return problem.List{p}
}

func checkText(name string, v *Node) problem.List {
	if !v.Quoted && (v.Text == "true" || v.Text == "false") {
		return problem.List{problem.At(v.Place, "field %q must be text, found %s", name, v.Text).
			With("put it in quotes if the word itself is meant: %q", v.Text)}
	}
	return nil
}

func checkDate(name string, f Field, v *Node) problem.List {
	if _, err := time.Parse(DateFormat, v.Text); err == nil {
		return nil
	}
	p := wrong(name, f, v)
	for _, layout := range []string{"2/1/2006", "2-1-2006", "2.1.2006", "2 January 2006", "2 Jan 2006", "2006-1-2", "2006/1/2", time.RFC3339} {
		if t, err := time.Parse(layout, v.Text); err == nil {
			p.Suggestion = t.Format(DateFormat)
			return problem.List{p}
		}
	}
	if regexp.MustCompile(`^\d{4}-\d{2}-\d{2}$`).MatchString(v.Text) {
		p = p.With("there is no such day in the calendar")
	}
	return problem.List{p}
}

// wrong says that a value does not have the field's type.
func wrong(name string, f Field, v *Node) problem.Problem {
	what := v.Shape.String()
	if v.Shape == Scalar {
		what = strconv.Quote(shorten(v.Text))
	}
	return problem.At(v.Place, "field %q must be %s, found %s", name, f.Describe(), what)
}

func shorten(s string) string {
	if r := []rune(s); len(r) > 60 {
		return string(r[:60]) + "…"
	}
	return s
}
