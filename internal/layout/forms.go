package layout

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// describedBy lists the ids of what explains a field: the author's own, its hint, its error message.
func describedBy(field map[string]any) string {
	ids := []any{field["describedBy"]}
	for _, name := range []string{"hint", "errorMessage"} {
		help := part(field[name])
		if !has(help) {
			continue
		}
		id, own := help["id"].(string)
		if !own {
			id = fmt.Sprintf("%v-%s", field["fieldID"], map[string]string{"hint": "hint", "errorMessage": "error"}[name])
		}
		ids = append(ids, id)
	}
	return words(ids...)
}

// chosen says whether a choice is taken: its own mark, or its value among those of the whole question.
func chosen(mark, value any, answers ...any) bool {
	if mark != nil {
		return mark == true
	}
	for _, answer := range answers {
		if several, ok := answer.([]any); ok && slices.ContainsFunc(several, func(each any) bool { return same(each, value) }) {
			return true
		}
		if same(answer, value) {
			return true
		}
	}
	return false
}

func same(answer, value any) bool {
	return answer != nil && answer != "" && fmt.Sprint(answer) == fmt.Sprint(value)
}

// dateItems are the fields of a date: those the author lists, or day, month and year, each with its name, label, value and width.
func dateItems(date map[string]any) []map[string]any {
	wanted := items(date["items"])
	if len(wanted) == 0 {
		for _, name := range []string{"day", "month", "year"} {
			if date[name] != false {
				wanted = append(wanted, named(date[name], name))
			}
		}
	}
	filled := make([]map[string]any, 0, len(wanted))
	for _, each := range wanted {
		if item, ok := each.(map[string]any); ok {
			filled = append(filled, dateItem(date, item))
		}
	}
	return filled
}

func named(value any, name string) map[string]any {
	item := part(value)
	if item["name"] == nil {
		item, _ = extend(item, "name", name)
	}
	return item
}

func dateItem(date, item map[string]any) map[string]any {
	name := fmt.Sprint(item["name"])
	width, label := 2, part(item["label"])
	kind := kindOfDate(date, name)
	if kind == "year" {
		width = 4
	}
	if !has(label) {
		label, _ = extend(label, "text", strings.ToUpper(name[:1])+name[1:])
	}
	value := cmp.Or(item["value"], get(date[kind], "value"), get(date["values"], name), get(date["values"], kind))
	item, _ = extend(item, "value", value, "label", label)
	if item["width"] == nil {
		item["width"] = width
	}
	return item
}

// An author can give day, month or year a name of their own; the rules of its kind still hold.
func kindOfDate(date map[string]any, name string) string {
	for _, kind := range []string{"day", "month", "year"} {
		if name == kind || name == get(date[kind], "name") {
			return kind
		}
	}
	return ""
}
