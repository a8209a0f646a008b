package schema

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode"
)

// Decode copies the values of a checked Map into a struct whose fields carry the tag `field:"name"`. Embedded structs
// are filled from the same Map. It knows string, int, bool, time.Time, Ref, structs and slices of these; values that did not pass the check are
// left zero, because their Problem keeps the page from being published. A struct with any other type panics: that is a
// mistake of ours, caught by the first test.
func Decode(n *Node, into any) { decodeStruct(n, reflect.ValueOf(into).Elem()) }

var (
	timeType = reflect.TypeFor[time.Time]()
	refType  = reflect.TypeFor[Ref]()
	choiceOf = reflect.TypeFor[Words]()
)

// Ref is text together with its place, for values that later stages still check: pages, groups.
type Ref struct {
	Text string
	Node *Node
}

// Words is one item of a list of choices: its stable id and the words people read. Where the author gives words only,
// the id is made from them.
type Words struct {
	ID   string `json:"id" field:"id"`
	Text string `json:"text" field:"text"`
}

func decodeStruct(n *Node, v reflect.Value) {
	for _, f := range fieldsOf(v.Type()) {
		if f.name == "" {
			decodeStruct(n, v.Field(f.index))
		} else if value := n.Get(f.name); value != nil {
			decodeValue(value, v.Field(f.index))
		}
	}
}

// tagged is a field of a struct with the key that fills it, "" for an embedded struct.
type tagged struct {
	index int
	name  string
}

var taggedOf sync.Map // reflect.Type → []tagged: looking through a type costs more than filling a struct

func fieldsOf(t reflect.Type) []tagged {
	if known, ok := taggedOf.Load(t); ok {
		return known.([]tagged)
	}
	var fields []tagged
	for i := range t.NumField() {
		f := t.Field(i)
		if name, ok := f.Tag.Lookup("field"); ok || f.Anonymous {
			fields = append(fields, tagged{i, name})
		}
	}
	taggedOf.Store(t, fields)
	return fields
}

func decodeValue(n *Node, v reflect.Value) {
	switch {
	case v.Type() == timeType:
		if t, err := time.Parse(DateFormat, n.Text); err == nil {
			v.Set(reflect.ValueOf(t))
		}
	case v.Type() == refType:
		v.Set(reflect.ValueOf(Ref{n.Text, n}))
	case v.Type() == choiceOf && n.Shape == Scalar:
		v.Set(reflect.ValueOf(Words{Slugify(n.Text), n.Text}))
	case v.Kind() == reflect.Struct:
		decodeStruct(n, v)
	case v.Kind() == reflect.String:
		v.SetString(strings.TrimSpace(n.Text))
	case v.Kind() == reflect.Int:
		i, _ := strconv.Atoi(n.Text)
		v.SetInt(int64(i))
	case v.Kind() == reflect.Bool:
		v.SetBool(n.Text == "true")
	case v.Kind() == reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), len(n.Items), len(n.Items)))
		for i := range n.Items {
			decodeValue(&n.Items[i], v.Index(i))
		}
	default:
		panic(fmt.Sprintf("schema: cannot decode into %s", v.Type()))
	}
}

// Slugify turns words into lower-case letters, digits and hyphens, for ids and file names: "O&G, now!" is "o-g-now".
// Letters with accents common in British and Irish names lose them; words without a single letter or digit give "item".
func Slugify(words string) string {
	var b strings.Builder
	gap := false
	for _, r := range strings.ToLower(words) {
		if plain, ok := accents[r]; ok {
			r = plain
		}
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(r)
		case r == '\'' || r == '’' || unicode.Is(unicode.Mn, r): // an accent that stands by itself, as a Mac writes it
		default:
			gap = true
		}
	}
	if b.Len() == 0 {
		return "item"
	}
	return b.String()
}

var accents = map[rune]rune{
	'à': 'a', 'á': 'a', 'â': 'a', 'ä': 'a', 'ã': 'a', 'å': 'a', 'ç': 'c', 'è': 'e', 'é': 'e', 'ê': 'e', 'ë': 'e',
	'ì': 'i', 'í': 'i', 'î': 'i', 'ï': 'i', 'ñ': 'n', 'ò': 'o', 'ó': 'o', 'ô': 'o', 'ö': 'o', 'õ': 'o', 'ø': 'o',
	'ù': 'u', 'ú': 'u', 'û': 'u', 'ü': 'u', 'ŵ': 'w', 'ŷ': 'y', 'ý': 'y', 'ÿ': 'y', 'ł': 'l', 'ś': 's', 'ż': 'z', 'ź': 'z', 'ń': 'n', 'ć': 'c', 'ą': 'a', 'ę': 'e',
}
