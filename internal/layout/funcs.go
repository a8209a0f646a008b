package layout

import (
	"encoding/json"
	"fmt"
	"html/template"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// Funcs returns what the component templates in layouts/parts/nhs call.
//
// A component takes one map of parameters with the names of its upstream macro.
// Where upstream takes text, a map or safe HTML, part makes a map of any of them.
func Funcs() template.FuncMap {
	return template.FuncMap{
		"dict":        dict,
		"extend":      extend,
		"list":        func(items ...any) []any { return items },
		"items":       items,
		"get":         get,
		"part":        part,
		"has":         has,
		"content":     contentOf,
		"words":       words,
		"modifier":    modifier,
		"attrs":       attrs,
		"messages":    messages,
		"replace":     func(text, old string, value any) string { return strings.ReplaceAll(text, old, fmt.Sprint(value)) },
		"describedBy": describedBy,
		"chosen":      chosen,
		"dateItems":   dateItems,
		"open":        openElement,
		"close":       closeElement,
		"batch":       batch,
		"prepend":     func(first any, rest []any) []any { return append([]any{first}, rest...) },
		"off":         func(value any) bool { return value == false },
		"inc":         func(i int) int { return i + 1 },
		"contains":    strings.Contains,
	}
}

// dict makes a map of names and values in turn.
func dict(pairs ...any) (map[string]any, error) {
	return extend(nil, pairs...)
}

// extend copies a map and sets names to values; a nil value leaves the name as it was.
func extend(base map[string]any, pairs ...any) (map[string]any, error) {
	if len(pairs)%2 != 0 {
		return nil, fmt.Errorf("the last name of %v has no value", pairs)
	}
	extended := make(map[string]any, len(base)+len(pairs)/2)
	maps.Copy(extended, base)
	for i := 0; i < len(pairs); i += 2 {
		name, ok := pairs[i].(string)
		if !ok {
			return nil, fmt.Errorf("%v is not a name", pairs[i])
		}
		if pairs[i+1] != nil {
			extended[name] = pairs[i+1]
		}
	}
	return extended, nil
}

// get follows a path of names ("search.input.placeholder"); what is missing on the way is nil.
func get(value any, path string) any {
	for name := range strings.SplitSeq(path, ".") {
		inner, ok := value.(map[string]any)
		if !ok {
			return nil
		}
		value = inner[name]
	}
	return value
}

// part makes a map with text or html of what upstream lets authors write as either.
func part(value any) map[string]any {
	switch value := value.(type) {
	case map[string]any:
		return value
	case template.HTML:
		return map[string]any{"html": value}
	case string:
		return map[string]any{"text": value}
	}
	return map[string]any{}
}

// items is a list, or the "items" of a map, without the empty ones that conditions leave.
func items(value any) []any {
	if outer, ok := value.(map[string]any); ok {
		value = outer["items"]
	}
	all, _ := value.([]any)
	return slices.DeleteFunc(slices.Clone(all), func(item any) bool { return item == nil || item == false || item == "" })
}

// has says whether a part has anything to show.
func has(value any) bool {
	return contentOf(value) != ""
}

// contentOf is the html of a part as it stands, or else its text escaped.
func contentOf(value any) template.HTML {
	shown := part(value)
	if html, ok := shown["html"].(template.HTML); ok && html != "" {
		return template.HTML(strings.TrimSpace(string(html)))
	}
	for _, name := range []string{"html", "text"} {
		if text := shown[name]; text != nil && text != "" {
			return template.HTML(template.HTMLEscapeString(strings.TrimSpace(fmt.Sprint(text))))
		}
	}
	return ""
}

// words joins what is not empty: class names, or the ids that describe a field.
func words(parts ...any) string {
	var joined []string
	for _, each := range parts {
		if text, ok := each.(string); ok && text != "" {
			joined = append(joined, text)
		}
	}
	return strings.Join(joined, " ")
}

// modifier is prefix+value, when value is one of those allowed and the author's
// own classes do not already choose another.
func modifier(prefix string, value, classes any, allowed ...string) string {
	chosen := fmt.Sprint(value)
	if !slices.Contains(allowed, chosen) {
		return ""
	}
	own, _ := classes.(string)
	if slices.ContainsFunc(allowed, func(other string) bool { return strings.Contains(own, prefix+other) }) {
		return ""
	}
	return prefix + chosen
}

var attributeName = regexp.MustCompile(`^[A-Za-z_][-A-Za-z0-9_:.]*$`)

// attrs prints attributes: names and values in turn, and the maps authors pass as "attributes".
//
// In a pair, nil and false leave the attribute out and true prints its name alone.
// html/template cannot judge a name it does not know, so names and addresses are checked here.
func attrs(parts ...any) (template.HTMLAttr, error) {
	var out strings.Builder
	for i := 0; i < len(parts); i++ {
		var err error
		switch each := parts[i].(type) {
		case nil:
		case template.HTMLAttr:
			out.WriteString(" " + strings.TrimSpace(string(each)))
		case map[string]any:
			err = writeAuthors(&out, each)
		case string:
			if i++; i == len(parts) {
				return "", fmt.Errorf("attribute %q has no value", each)
			}
			err = writeOptional(&out, each, parts[i])
		default:
			err = fmt.Errorf("%v is no attribute", each)
		}
		if err != nil {
			return "", err
		}
	}
	return template.HTMLAttr(out.String()), nil
}

func writeOptional(out *strings.Builder, name string, value any) error {
	switch value {
	case nil, false:
		return nil
	case true:
		fmt.Fprintf(out, " %s", name)
		return nil
	}
	return writeAttribute(out, name, fmt.Sprint(value))
}

// An author's map prints every value; a value can be a map {value, optional, type: "array"}.
func writeAuthors(out *strings.Builder, authors map[string]any) error {
	for _, name := range slices.Sorted(maps.Keys(authors)) {
		value := authors[name]
		if options, ok := value.(map[string]any); ok {
			value = options["value"]
			if options["optional"] == true {
				if err := writeOptional(out, name, value); err != nil {
					return err
				}
				continue
			}
		}
		if err := writeAttribute(out, name, plain(value)); err != nil {
			return err
		}
	}
	return nil
}

func plain(value any) string {
	switch value := value.(type) {
	case nil:
		return ""
	case []any:
		// Strings and numbers from a template always have a JSON form.
		text, _ := json.Marshal(value)
		return string(text)
	default:
		return fmt.Sprint(value)
	}
}

func writeAttribute(out *strings.Builder, name, value string) error {
	if !attributeName.MatchString(name) || strings.HasPrefix(strings.ToLower(name), "on") {
		return fmt.Errorf("attribute name %q is refused", name)
	}
	if scheme, _, found := strings.Cut(value, ":"); found && strings.EqualFold(strings.TrimSpace(scheme), "javascript") {
		return fmt.Errorf("attribute %s: address %q is refused", name, value)
	}
	fmt.Fprintf(out, ` %s="%s"`, name, template.HTMLEscapeString(value))
	return nil
}

// messages prints the words a component's script says, one or one for each plural form.
func messages(key string, message any) (template.HTMLAttr, error) {
	name := "data-i18n." + key
	plurals, ok := message.(map[string]any)
	if !ok {
		return attrs(name, message)
	}
	named := make(map[string]any, len(plurals))
	for rule, text := range plurals {
		named[name+"."+rule] = text
	}
	return attrs(named)
}

var elementName = regexp.MustCompile(`^[a-z][a-z0-9]*$`)

// openElement prints the start tag of an element whose name is a parameter, which html/template cannot.
func openElement(name string, attributes ...any) (template.HTML, error) {
	if !elementName.MatchString(name) || name == "script" || name == "style" {
		return "", fmt.Errorf("element %q is refused", name)
	}
	printed, err := attrs(attributes...)
	return template.HTML("<" + name + string(printed) + ">"), err
}

func closeElement(name string) template.HTML {
	return template.HTML("</" + template.HTMLEscapeString(name) + ">")
}

// batch parts a list into rows of at most size, a number as a template or JSON has it.
func batch(all []any, size any) ([][]any, error) {
	number, err := strconv.Atoi(fmt.Sprint(size))
	if err != nil || number < 1 {
		return nil, fmt.Errorf("rows of %v cannot be made", size)
	}
	return slices.Collect(slices.Chunk(all, number)), nil
}
