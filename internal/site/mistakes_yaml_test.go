package site

import "strings"

// yamlMistakes are mistakes in the way keys are written.
var yamlMistakes = []mistake{
	{"a tab at the start of a line", map[string]string{
		"help/a.md": head + `sources:
	- title: B
---
`,
	}, `
content/help/a.md:6:1: a tab at the start of a line
    indent with spaces, two for each step
`},
	{"a tab inside a value", map[string]string{
		"help/a.md": head + `owner: The	team
---
`,
	}, `
content/help/a.md:5:11: a tab inside a line of the keys
    put a space in its place
`},
	{"a hard space from a web page", map[string]string{
		"help/a.md": head + `` + "\u00a0" + `owner: The team
---
`,
	}, `
content/help/a.md:5:1: an invisible special sign at the start of a line
    delete everything before the first letter of the line and type the spaces again
`},
	{"a colon in a value", map[string]string{
		"help/a.md": head + `owner: Careers: the team
---
`,
	}, `
content/help/a.md:5:8: there is a colon and a space inside a value
    put the whole value in double quotes: owner: "Careers: the team"
`},
	{"a colon in an item of a list", map[string]string{
		"help/a.md": head + `tags:
  - one: two: three
---
`,
	}, `
content/help/a.md:6:10: there is a colon and a space inside a value
    put the whole value in double quotes: - one: "two: three"
`},
	{"a colon behind curly quotation marks", map[string]string{
		"help/a.md": head + `owner: “Careers: the team”
---
`,
	}, `
content/help/a.md:5:8: there is a colon and a space inside a value
    curly quotation marks do not count, only the straight ones
    put the whole value in double quotes: owner: "Careers: the team"
`},
	{"a double quotation mark that is never closed", map[string]string{
		"help/a.md": head + `owner: "The team
---
`,
	}, `
content/help/a.md:5:8: a double quotation mark " is opened here and never closed
    put a " at the end of the value; to print one inside it, write \"
`},
	{"a single quotation mark that is never closed", map[string]string{
		"help/a.md": head + `owner: 'The team
---
`,
	}, `
content/help/a.md:5:8: a single quotation mark ' is opened here and never closed
    put a ' at its end, or, if it is an apostrophe, put the whole value in double quotes
`},
	{"words after a closing quotation mark", map[string]string{
		"help/a.md": head + `owner: "The" team
---
`,
	}, `
content/help/a.md:5:14: there are more words after the closing quotation mark
    to print a quotation mark inside double quotes, write \"; if this line looks right, look for a missing " above it
`},
	{"quotation marks inside quotation marks", map[string]string{
		"help/a.md": head + `owner: "The "old" team"
---
`,
	}, `
content/help/a.md:5:14: there are more words after the closing quotation mark
    to print a quotation mark inside double quotes, write \"; if this line looks right, look for a missing " above it
`},
	{"an apostrophe inside single quotation marks", map[string]string{
		"help/a.md": head + `owner: 'the team's office'
---
`,
	}, `
content/help/a.md:5:18: there are more words after the closing quotation mark
    a value with an apostrophe goes in double quotes: "it's"
`},
	{"a key that is indented below another", map[string]string{
		"help/a.md": head + `owner: The team
  order: 3
---
`,
	}, `
content/help/a.md:6:3: this line is indented as if it belonged to the line above, which has its value already
    start its key in the same column as the other keys
`},
	{"keys that do not start in one column", map[string]string{
		"help/a.md": head + `sources:
    - title: B
      url: https://b.example
     read: 2026-11-23
---
`,
	}, `
content/help/a.md:8:6: this line is not indented like the lines around it
    start all keys of a group in the same column, and all items of a list too; two spaces for each step
`},
	{"an item that is indented too far", map[string]string{
		"help/a.md": head + `tags:
  - one
    - two
---
`,
	}, `
content/help/a.md:7:5: this item of a list is indented more than the one above, so it is read as a part of it
    start every hyphen of a list in the same column
`},
	{"an item that is indented too little", map[string]string{
		"help/a.md": head + `tags:
  - one
 - two
---
`,
	}, `
content/help/a.md:7:2: this line is not indented like the lines around it
    start all keys of a group in the same column, and all items of a list too; two spaces for each step
`},
	{"a long text that is indented unevenly", map[string]string{
		"help/a.md": head + `owner: |
  The team
 of the unit
---
`,
	}, `
content/help/a.md:7:2: this line is not indented like the text above it, to which it seems to belong
    indent every line of the text alike, two spaces more than its key
`},
	{"words after the sign for a long text", map[string]string{
		"help/a.md": head + `owner: > The team
  of the unit
---
`,
	}, `
content/help/a.md:5:8: there are words after the sign | or >, which says that a longer text follows
    start the text on the next line, indented by two spaces
`},
	{"a list that is never closed", map[string]string{
		"help/a.md": head + `tags: [one, two
order: 3
---
`,
	}, `
content/help/a.md:5:7: in the list that is opened with [ a comma or the closing ] is missing
    part the items with commas and close the list with ]: [first, second]
`},
	{"a list with a comma too many", map[string]string{
		"help/a.md": head + `tags: [one,, two]
---
`,
	}, `
content/help/a.md:5:12: an item of this list is empty
    take out the comma that has nothing before or after it
`},
	{"a group that is never closed", map[string]string{
		"help/a.md": head + `sources:
  - {title: B, url: "https://b.example"
order: 3
---
`,
	}, `
content/help/a.md:6:5: in the group that is opened with { a comma or the closing } is missing
    part the keys with commas and close the group with }: {id: first, text: Words}
`},
	{"a value that starts with a bracket", map[string]string{
		"help/a.md": head + `owner: [The team
---
`,
	}, `
content/help/a.md:5:8: the list that is opened with [ is never closed
    close it with ], or put the whole value in double quotes if no list is meant
`},
	{"a list on the line of its key", map[string]string{
		"help/a.md": head + `tags: - one
---
`,
	}, `
content/help/a.md:5:7: a list cannot start on the line of its key
    put each item on a line of its own under the key: two spaces, a hyphen, a space and the words
`},
	{"a list without a key", map[string]string{
		"help/a.md": head + `- one
---
`,
	}, `
content/help/a.md:5:1: an item of a list stands among the keys
    write the list's key on the line above it, like tags:
`},
	{"a line without a colon", map[string]string{
		"help/a.md": head + `owner The team
---
`,
	}, `
content/help/a.md:5:1: this line is not a key with its value
    write a key, a colon, a space and then the value, like title: Words
`},
	{"a line without a space after the colon", map[string]string{
		"help/a.md": head + `owner:The team
---
`,
	}, `
content/help/a.md:5:1: there is no space after the colon
    write a key, a colon, a space and then the value, like title: Words
`},
	{"a value that starts with @", map[string]string{
		"help/a.md": head + `owner: @team
---
`,
	}, `
content/help/a.md:5:8: a value cannot start with this sign
    put the whole value in double quotes: owner: "@team"
`},
	{"a value that starts with a back-tick", map[string]string{
		"help/a.md": head + "owner: `team`\n---\n",
	}, "\n" +
		"content/help/a.md:5:8: a value cannot start with this sign\n" +
		"    put the whole value in double quotes: owner: \"`team`\"\n" +
		""},
	{"a value that starts with %", map[string]string{
		"help/a.md": head + `owner: %team
---
`,
	}, `
content/help/a.md:5:8: a value cannot start with the sign %
    put the whole value in double quotes: owner: "%team"
`},
	{"a value that starts with an ampersand and a space", map[string]string{
		"help/a.md": head + `owner: & the team
---
`,
	}, `
content/help/a.md:5:8: a value cannot start with the sign &
    put the whole value in double quotes: owner: "& the team"
`},
	{"an anchor and an alias", map[string]string{
		"help/a.md": head + `owner: &team The team
tags: [*team]
---
`,
	}, `
content/help/a.md:5:8: a value that starts with the sign & has a special meaning that is not used here
    put the whole value in double quotes if the sign itself is meant
content/help/a.md:6:8: a value that starts with the sign * has a special meaning that is not used here
    put the whole value in double quotes if the sign itself is meant
`},
	{"a tag", map[string]string{
		"help/a.md": head + `owner: !!str The team
---
`,
	}, `
content/help/a.md:5:8: a value that starts with the sign ! has a special meaning that is not used here
    put the whole value in double quotes if the sign itself is meant
`},
	{"a merge", map[string]string{
		"help/a.md": head + `<<: {order: 3}
---
`,
	}, `
content/help/a.md:5:1: unknown field "<<" in kind "page"
    allowed: aliases, draft, expires, order, owner, publish, related, review_every, reviewed, sources, stage, summary, tags, title
`},
	{"a placeholder without quotation marks", map[string]string{
		"help/a.md": head + `owner: {{unit}} team
---
`,
	}, `
content/help/a.md:5:9: a value that starts with a placeholder stands without quotation marks
    put the whole value in double quotes: owner: "{{unit}} team"
`},
	{"a group that is opened and left", map[string]string{
		"help/a.md": head + `owner: {team
---
`,
	}, `
content/help/a.md:5:9: the sign { opens a group of keys, and there is none
    put the whole value in double quotes if the sign itself is meant
`},
	{"a placeholder in a list without quotation marks", map[string]string{
		"help/a.md": head + `tags:
  - {{unit}}
---
`,
	}, `
content/help/a.md:6:6: a value that starts with a placeholder stands without quotation marks
    put the whole value in double quotes: - "{{unit}}"
`},
	{"a backslash inside double quotes", map[string]string{
		"help/a.md": head + `owner: "C:\office"
---
`,
	}, `
content/help/a.md:5:12: a backslash \ inside double quotes starts a special sign
    write \\ for one backslash, or leave it out
`},
	{"a note behind a value", map[string]string{
		"help/a.md": head + `owner: Team #3
---
`,
	}, `
content/help/a.md:5:13: warning: the words after the sign # are a note and are not printed
    put the whole value in double quotes to print them, or put the note on a line of its own
`},
	{"a block that is far too long", map[string]string{
		"help/a.md": head + "owner: " + strings.Repeat("team ", 8000) + "\n---\n",
	}, `
content/help/a.md:2:1: the block of keys that starts here is too long: 39 kB, at most 32 kB
    longer text belongs in the body of the page
`},
}
