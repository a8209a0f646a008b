package schema

import "encoding/json"

// JSONSchema returns the fields of a kind as JSON Schema (draft 7), from which editors complete and check keys while
// one types. It is a little kinder than Check: an optional key may be empty, and a text may be a number.
func JSONSchema(kind *Kind) ([]byte, error) {
	fields := kind.AllFields()
	for i := range fields {
		if fields[i].Name == "reviewed" {
			fields[i].Required = kind.Facts
		}
	}
	return schemaOf("Front matter of kind "+kind.Name+": "+kind.Help, fields)
}

// SiteJSONSchema returns the same for site.yaml.
func SiteJSONSchema() ([]byte, error) {
	return schemaOf("The words, contacts and menus of the whole site", Site)
}

func schemaOf(title string, fields []Field) ([]byte, error) {
	s := object(fields)
	s["$schema"] = "http://json-schema.org/draft-07/schema#"
	s["title"] = title
	data, err := json.MarshalIndent(s, "", "  ")
	return append(data, '\n'), err
}

func object(fields []Field) map[string]any {
	properties, required := map[string]any{}, []string{}
	for _, f := range fields {
		p := value(f)
		p["description"] = f.Help
		if f.Required {
			required = append(required, f.Name)
		} else if kind, ok := p["type"].([]string); ok {
			p["type"] = append(kind, "null")
		}
		properties[f.Name] = p
	}
	s := map[string]any{"type": []string{"object"}, "properties": properties, "additionalProperties": false}
	if len(required) > 0 {
		s["required"] = required
	}
	return s
}

// value describes what may stand after a key.
func value(f Field) map[string]any {
	is := func(name string) map[string]any { return map[string]any{"type": []string{name}} }
	like := func(pattern string) map[string]any {
		return map[string]any{"type": []string{"string"}, "pattern": pattern}
	}
	switch f.Type {
	case Integer:
		s := is("integer")
		if f.Min != 0 || f.Max != 0 {
			s["minimum"], s["maximum"] = f.Min, f.Max
		}
		return s
	case Boolean:
		return is("boolean")
	case Date:
		return like(`^\d{4}-\d{2}-\d{2}$`)
	case URL:
		return like(`^https?://\S+$`)
	case Page:
		return like(pagePattern.String())
	case Address:
		return like(addressPattern.String())
	case Slug:
		return like(slugPattern.String())
	case Choice:
		return map[string]any{"enum": f.Allowed}
	case Option:
		return map[string]any{"anyOf": []any{is("string"), object(optionFields)}}
	case Many:
		s := is("array")
		s["items"] = value(*f.Of)
		if f.Min > 0 {
			s["minItems"] = f.Min
		}
		if f.Max > 0 {
			s["maxItems"] = f.Max
		}
		return s
	case Record:
		return object(f.Fields)
	}
	return map[string]any{"type": []string{"string", "number"}}
}
