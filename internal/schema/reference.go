package schema

import (
	"fmt"
	"strings"
)

// Reference returns every key of every kind of page, and of site.yaml, as the Markdown tables of the editing guide.
func Reference() string {
	var b strings.Builder
	b.WriteString("### Every page\n\nThese keys may stand on a page of any kind.\n\n")
	b.WriteString(Table(Common))
	for _, kind := range Kinds {
		where := "`content/" + kind.Folder + "/`"
		switch kind.Name {
		case "home":
			where = "`content/index.md`"
		case "section":
			where = "`index.md` in any folder"
		case "page":
			where = "any other folder"
		}
		fmt.Fprintf(&b, "\n### %s: %s\n\nFile: %s.", kind.Name, kind.Help, where)
		if kind.Facts {
			b.WriteString(" States facts, so `reviewed` is needed.")
		}
		if len(kind.Fields) == 0 {
			b.WriteString(" No keys of its own.\n")
		} else {
			b.WriteString("\n\n")
			b.WriteString(Table(kind.Fields))
		}
		if len(kind.Sections) > 0 {
			fmt.Fprintf(&b, "\nThe text must have these headings: %s.\n", strings.Join(kind.Sections, " · "))
		}
	}
	b.WriteString("\n### site.yaml: the words, contacts and menus of the whole site\n\n")
	b.WriteString(Table(Site))
	return b.String()
}

// Table returns fields as a Markdown table.
func Table(fields []Field) string {
	var b strings.Builder
	b.WriteString("| Key | What it is | How to write it | Example |\n|---|---|---|---|\n")
	rows(&b, "", fields)
	return b.String()
}

// rows prints fields, and below a group the keys that stand in it.
func rows(b *strings.Builder, above string, fields []Field) {
	cell := strings.NewReplacer("|", `\|`, "\n", " ")
	for _, f := range fields {
		name, help, how := "`"+above+f.Name+"`", f.Help, f.Describe()
		if f.Required {
			help += " (needed)"
		}
		inner := f.Fields
		if f.Of != nil {
			how = "a list; each item is " + f.Of.Describe()
			inner = f.Of.Fields
		}
		if allowed := f.allowed(); len(allowed) > 0 {
			how += ": " + strings.Join(allowed, ", ")
		}
		fmt.Fprintf(b, "| %s | %s | %s | `%s` |\n", name, cell.Replace(help), cell.Replace(how), cell.Replace(f.Example))
		rows(b, above+f.Name+" › ", inner)
	}
}

func (f Field) allowed() []string {
	if f.Of != nil {
		return f.Of.Allowed
	}
	return f.Allowed
}
