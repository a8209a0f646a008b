package site

// keyMistakes are mistakes among the keys at the start of a page.
var keyMistakes = []mistake{
	{"a block of keys that is never closed", map[string]string{
		"help/a.md": `---
title: A

Words.
`,
	}, `
content/help/a.md:1:1: the block of keys that starts here is never closed
    put a line with three hyphens --- after the last key
`},
	{"a closing line made by a word processor", map[string]string{
		"help/a.md": `---
title: A
—

Words.
`,
	}, `
content/help/a.md:1:1: the block of keys that starts here is never closed
    put a line with three hyphens --- after the last key
    line 3 looks like it: it must be three hyphens, from the first column on, and nothing else
`},
	{"no block of keys", map[string]string{
		"help/a.md": `Just words.
`,
	}, `
content/help/a.md:1:1: the page has no block of keys at its start
    a page begins with a line ---, then keys such as title: Words, then a line ---, then the text
`},
	{"keys without the line above them", map[string]string{
		"help/a.md": `title: A
summary: An example.
---
Words.
`,
	}, `
content/help/a.md:1:1: the line --- above the keys is missing
    a page begins with a line ---, then keys such as title: Words, then a line ---, then the text
`},
	{"empty lines above the block", map[string]string{
		"help/a.md": `

---
title: A
---
`,
	}, `
content/help/a.md:3:1: there are empty lines before the block of keys
    delete what stands above this line
`},
	{"another kind of block", map[string]string{
		"help/a.md": `+++
title = "A"
+++
`,
	}, `
content/help/a.md:1:1: this line must be three hyphens --- from the first column on, and nothing else
    a page begins with a line ---, then keys such as title: Words, then a line ---, then the text
`},
	{"a block with nothing in it", map[string]string{
		"help/a.md": `---
---
Words.
`,
	}, `
content/help/a.md:2:1: field "reviewed" is missing in kind "page"
    a page that states facts says when somebody last checked them
    add a line: reviewed: 2026-11-23
content/help/a.md:2:1: field "summary" is missing in kind "page"
    one or two sentences that say what the page is
    add a line: summary: What readers find on this page, in a sentence or two.
content/help/a.md:2:1: field "title" is missing in kind "page"
    the page's name, as readers see it
    add a line: title: Cardiology
`},
	{"a block of words", map[string]string{
		"help/a.md": `---
some words
---
`,
	}, `
content/help/a.md:2:1: kind "page" needs keys, found a single value
    write one key a line, like title: Words
`},
	{"a block that is a list", map[string]string{
		"help/a.md": `---
- title
- summary
---
`,
	}, `
content/help/a.md:2:1: kind "page" needs keys, found a list
    write one key a line, like title: Words
`},
	{"a key written twice", map[string]string{
		"help/a.md": head + `tags: [b]
title: B
---
`,
	}, `
content/help/a.md:6:1: field "title" stands twice
    it is first written on line 2; keep one of the two
`},
	{"an unknown key near a known one", map[string]string{
		"help/a.md": head + `sumary: B
---
`,
	}, `
content/help/a.md:5:1: unknown field "sumary" in kind "page"
    allowed: aliases, draft, expires, order, owner, publish, related, review_every, reviewed, sources, stage, summary, tags, title
    did you mean "summary"?
`},
	{"an unknown key near none", map[string]string{
		"help/a.md": head + `colour: blue
---
`,
	}, `
content/help/a.md:5:1: unknown field "colour" in kind "page"
    allowed: aliases, draft, expires, order, owner, publish, related, review_every, reviewed, sources, stage, summary, tags, title
`},
	{"a key of another kind of page", map[string]string{
		"help/a.md": head + `metaphor: A walk
---
`,
	}, `
content/help/a.md:5:1: unknown field "metaphor" in kind "page"
    allowed: aliases, draft, expires, order, owner, publish, related, review_every, reviewed, sources, stage, summary, tags, title
`},
	{"required keys that are missing", map[string]string{
		"help/a.md": `---
reviewed: 2026-11-23
---
`,
	}, `
content/help/a.md:2:1: field "summary" is missing in kind "page"
    one or two sentences that say what the page is
    add a line: summary: What readers find on this page, in a sentence or two.
content/help/a.md:2:1: field "title" is missing in kind "page"
    the page's name, as readers see it
    add a line: title: Cardiology
`},
	{"a required key that is empty", map[string]string{
		"help/a.md": `---
title:
summary: ""
reviewed: 2026-11-23
---
`,
	}, `
content/help/a.md:2:1: field "title" is empty
    the page's name, as readers see it
content/help/a.md:3:1: field "summary" is empty
    one or two sentences that say what the page is
`},
	{"facts without a date", map[string]string{
		"help/a.md": `---
title: A
summary: An example.
---
`,
	}, `
content/help/a.md:2:1: field "reviewed" is missing in kind "page"
    a page that states facts says when somebody last checked them
    add a line: reviewed: 2026-11-23
`},
}
