package document

import (
	_ "embed"
	"html/template"
	"regexp"
	"strings"
	"sync"
)

// Sheet is the style sheet of both forms of the book.
//
//go:embed book.css
var Sheet []byte

//go:embed book.html
var page string

// blank is what is left of lines that held nothing for a book.
var blank = regexp.MustCompile(`\n\s*\n+`)

var bookTemplate = sync.OnceValue(func() *template.Template { return template.Must(template.New("book").Parse(page)) })

// entry is a chapter as the templates see it.
type entry struct {
	*Chapter
	First    bool // of its part, which it gives its title
	Reviewed string
	Text     template.HTML
}

// HTML prints the book as one page, which loads its style sheet and nothing else.
func (b *Book) HTML() ([]byte, error) {
	href := func(to *Chapter, fragment, outside string) string {
		switch {
		case to == nil:
			return outside
		case fragment == "":
			return "#" + to.ID
		}
		return "#" + to.ID + "--" + fragment
	}
	var parts [][]entry
	for _, part := range b.Parts {
		var entries []entry
		for i, c := range part.Chapters {
			down := 2 // below the title of the book and that of the part
			if i == 0 {
				down = 1
			}
			text, err := b.print(c, down, href)
			if err != nil {
				return nil, err
			}
			// The text was printed by our layouts from Markdown with raw HTML refused.
			entries = append(entries, entry{c, i == 0, reviewed(c.Page), template.HTML(text)})
		}
		parts = append(parts, entries)
	}
	var out strings.Builder
	err := bookTemplate().Execute(&out, map[string]any{
		"Language": b.Site.Config.Language, "Title": Title, "Service": b.Site.Config.Service,
		"Unit": b.Site.Config.UnitFull, "Notes": b.note(), "Parts": parts,
	})
	return []byte(void.Replace(out.String())), err
}

// void writes elements without content as HTML has them. They are printed as XML has them, which the EPUB needs; in a text
// the sign < is always escaped.
var void = strings.NewReplacer("<br/>", "<br>", "<hr/>", "<hr>")
