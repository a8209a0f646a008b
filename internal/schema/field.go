package schema

// Type is the kind of value a field holds.
type Type int

// The types of field values.
const (
	Text    Type = iota // one or more words
	Integer             // a whole number
	Boolean             // true or false
	Date                // a day, written 2026-11-23
	URL                 // a web address, http or https
	Page                // a page of this site, written specialties/cardiology
	Address             // an address on this site, written /old/place/
	Choice              // one of Allowed
	Slug                // lower-case letters, digits and hyphens
	Option              // words, or an id with words: text, or {id: …, text: …}
	Many                // a list whose items are as Of says
	Record              // a group of keys as Fields says
)

// Field is one row of the table: what an author may write under a key.
type Field struct {
	Name     string
	Type     Type
	Required bool
	Allowed  []string // of Choice
	Min, Max int      // of Integer and of the number of items of Many; 0 and 0 mean any
	Of       *Field   // of Many
	Fields   []Field  // of Record
	Help     string   // one line for the editing guide and for editors
	Example  string   // as it would stand after the key
}

// Names returns the names of fields, in the order of the table.
func Names(fields []Field) []string {
	names := make([]string, len(fields))
	for i, f := range fields {
		names[i] = f.Name
	}
	return names
}

// Describe says in plain words what a field's value looks like.
func (f Field) Describe() string {
	switch f.Type {
	case Text:
		return "text"
	case Integer:
		return "a whole number"
	case Boolean:
		return "true or false"
	case Date:
		return "a date, written like 2026-11-23"
	case URL:
		return "a web address that starts with https:// or http://"
	case Page:
		return "a page of this site, written like specialties/cardiology"
	case Address:
		return "an address on this site, written like /old/place/"
	case Choice:
		return "one of the allowed words"
	case Slug:
		return "lower-case letters, digits and hyphens"
	case Option:
		return "text, or a group of keys: id and text"
	case Many:
		return "a list: one item a line, each starting with a hyphen"
	default:
		return "a group of keys, one a line, indented"
	}
}
