package schema

import (
	"fmt"
	"strings"
	"time"
)

// Blank returns a new page of a kind: every key with its help, the needed ones filled with examples, the others as
// notes to be uncommented, and the headings that the kind demands. It is a draft and passes the check. body stands in
// for the text of kinds that demand no headings.
func Blank(kind *Kind, title string, today time.Time, body string) string {
	var b strings.Builder
	b.WriteString("---\n# Lines that start with # are notes. Take the # away to use a key; delete what you do not need.\n")
	for _, f := range kind.AllFields() {
		line := f.Name + ": " + f.Example
		switch {
		case f.Name == "title":
			line = "title: " + quoted(title)
		case f.Name == "draft":
			line = "draft: true"
		case f.Name == "reviewed" && kind.Facts:
			line = "reviewed: " + today.Format(DateFormat)
		case !f.Required:
			line = "# " + line
		}
		fmt.Fprintf(&b, "\n# %s\n%s\n", strings.ToUpper(f.Help[:1])+f.Help[1:]+".", line)
	}
	b.WriteString("---\n")
	for _, heading := range kind.Sections {
		fmt.Fprintf(&b, "\n## %s\n\nWrite here.\n", heading)
	}
	if len(kind.Sections) == 0 {
		b.WriteString("\n" + body)
	}
	return b.String()
}

// quoted writes words as YAML that means exactly these words.
func quoted(words string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(words) + `"`
}
