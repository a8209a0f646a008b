package site

// joinMistakes are mistakes that concern more than one file.
var joinMistakes = []mistake{
	{"two files with one address", map[string]string{
		"help/a.md": top,
		"help/a/index.md": `---
title: A
summary: An example.
---
`,
	}, `
content/help/a/index.md:2:1: the address /help/a/ is taken
    content/help/a.md has it already; rename one of the two files
`},
	{"an old address that a page has", map[string]string{
		"help/a.md": head + `aliases: [/help/b/, /]
---
`,
		"help/b.md": top,
	}, `
content/help/a.md:5:11: the old address /help/b/ is taken
    content/help/b.md has it; take the line out, or rename one of the two
content/help/a.md:5:21: the old address / is taken
    content/index.md has it; take the line out, or rename one of the two
`},
	{"an old address that two pages claim", map[string]string{
		"help/a.md": head + `aliases: [/old/]
---
`,
		"help/b.md": head + `aliases: [/old]
---
`,
	}, `
content/help/b.md:5:11: the old address /old/ is taken
    content/help/a.md has it; take the line out, or rename one of the two
`},
	{"a link to a page that is not there", map[string]string{
		"help/a.md": top + `Read [this](/nowhere/at/all/).
`,
	}, `
content/help/a.md:6:6: the link leads to "/nowhere/at/all/", which is no page
    correct the words, or write the page content/nowhere/at/all.md
`},
	{"a link to a page with a slip in it", map[string]string{
		"help/a.md": top + `Read [this](/skils/writing/).
`,
		"skills/writing.md": head + `examples: [Letters]
plain: I write.
---
`,
	}, `
content/help/a.md:6:6: the link leads to "/skils/writing/", which is no page
    correct the words, or write the page content/skils/writing.md
    did you mean "/skills/writing/"?
`},
	{"a link with capitals", map[string]string{
		"help/a.md": top + `Read [this](/Help/B/).
`,
		"help/b.md": top,
	}, `
content/help/a.md:6:6: the link leads to "/Help/B/", which is no page
    correct the words, or write the page content/Help/B.md
    did you mean "/help/b/"?
`},
	{"a link to a file of a page", map[string]string{
		"help/a.md": top + `Read [this](c.md) and [that](b.md).
`,
		"help/b.md": top,
	}, `
content/help/a.md:6:6: the link leads to "c.md", which is no page
    correct the words, or write the page content/help/c.md
    did you mean "/help/a/"?
`},
	{"a link to a document that is not there", map[string]string{
		"help/a.md": top + `Read [this](/form-c.pdf).
`,
	}, `
content/help/a.md:6:6: there is no file content/form-c.pdf
    put it there, or correct the link
`},
	{"a link to a place that is not there", map[string]string{
		"help/a.md": top + `Read [this](/help/b/#secnd).
`,
		"help/b.md": top + `## First

## Second
`,
	}, `
content/help/a.md:6:6: there is no place #secnd on content/help/b.md
    places are made from headings; there are: first, second
    did you mean "second"?
`},
	{"a link to a place on a page without any", map[string]string{
		"help/a.md": top + `Read [this](#first).
`,
	}, `
content/help/a.md:6:6: there is no place #first on content/help/a.md
    places are made from headings, and that page has none; take #first out of the link
`},
	{"a link to a draft", map[string]string{
		"help/a.md": top + `Read [this](/help/b/).
`,
		"help/b.md": head + `draft: true
---
`,
	}, `
content/help/a.md:6:6: the link leads to "/help/b/", which is not published
    content/help/b.md is a draft, so readers cannot reach it
    publish that page, or take the link out
`},
	{"a link to a page whose day has not come", map[string]string{
		"help/a.md": top + `Read [this](/help/b/).
`,
		"help/b.md": head + `publish: 2026-11-24
---
`,
	}, `
content/help/a.md:6:6: the link leads to "/help/b/", which is not published
    content/help/b.md is published from 2026-11-24, so readers cannot reach it
    publish that page, or take the link out
`},
	{"a link to a page that has expired", map[string]string{
		"help/a.md": top + `Read [this](/help/b/).
`,
		"help/b.md": head + `expires: 2026-11-23
---
`,
	}, `
content/help/a.md:6:6: the link leads to "/help/b/", which is not published
    content/help/b.md expired on 2026-11-23, so readers cannot reach it
    publish that page, or take the link out
`},
	{"a link to a section that is a draft", map[string]string{
		"help/a.md": top + `Read [this](/skills/).
`,
		"skills/index.md": `---
title: B
summary: B.
draft: true
---
`,
	}, `
content/help/a.md:6:6: the link leads to "/skills/", which is not published
    content/skills/index.md is a draft, so readers cannot reach it
    publish that page, or take the link out
`},
	{"a link to the page on access keys while they are off", map[string]string{
		"help/a.md": top + `Read [this](/about/access-keys/).
`,
		"about/access-keys.md": top,
	}, `
content/help/a.md:6:6: the link leads to "/about/access-keys/", which is not published
    content/about/access-keys.md is shown only when access_keys is true in site.yaml, so readers cannot reach it
    publish that page, or take the link out
`},
	{"a related page that is not there", map[string]string{
		"help/a.md": head + `related:
  - page: help/c
    why: Because.
---
`,
		"help/b.md": top,
	}, `
content/help/a.md:6:11: there is no page "help/c"
    correct the words, or write the page content/help/c.md
    did you mean "help/a"?
`},
	{"a related page that is a draft", map[string]string{
		"help/a.md": head + `related:
  - page: help/b
    why: Because.
---
`,
		"help/b.md": head + `draft: true
---
`,
	}, `
content/help/a.md:6:11: the page "help/b" is not published
    content/help/b.md is a draft, so readers cannot reach it
    publish that page, or take the link out
`},
	{"a start whose page is not there", map[string]string{
		"index.md": `---
title: Home
summary: Home.
starts:
  - title: I am lost
    text: Begin here.
    page: stages/planing
    link: Begin
---
`,
		"stages/planning.md": head + `number: 4
---
`,
	}, `
content/index.md:7:11: there is no page "stages/planing"
    correct the words, or write the page content/stages/planing.md
    did you mean "stages/planning"?
`},
	{"a skill of a career that is not there", map[string]string{
		"beyond/a.md": head + `involves: Writing
skills: [skills/writing]
---
`,
	}, `
content/beyond/a.md:6:10: there is no page "skills/writing"
    correct the words, or write the page content/skills/writing.md
`},
	{"a specialty of a skill that is not there", map[string]string{
		"skills/a.md": head + `examples: [Letters]
plain: I write.
specialties:
  - page: specialties/cardiology
    why: Letters.
---
`,
	}, `
content/skills/a.md:8:11: there is no page "specialties/cardiology"
    correct the words, or write the page content/specialties/cardiology.md
`},
	{"a group that is not there", map[string]string{
		"groups/medicine.md": top,
		"specialties/a.md": head + `group: medecine
---
` + sections,
	}, `
content/specialties/a.md:5:8: there is no group "medecine"
    allowed: medicine
    a new group needs a page content/groups/medecine.md
    did you mean "medicine"?
`},
	{"a question that brings over an answer that is none", map[string]string{
		"worksheets/a.md": `---
title: A
summary: An example.
time_needed: A minute
revision: 1
---
## One

'''question
id: b
type: short
ask: Why?
carry: other/b
'''
`,
	}, `
content/worksheets/a.md:10:1: question "b" carries over "other/b", which does not exist
    write worksheet/question, with the id of a question in another worksheet
`},
	{"a question with items from pages that are not there", map[string]string{
		"worksheets/a.md": `---
title: A
summary: An example.
time_needed: A minute
revision: 1
---
## One

'''question
id: b
type: many
ask: Which?
from: skills
'''
`,
	}, `
content/worksheets/a.md:10:1: question "b" takes its items from "skills", which has no pages
    add a page to content/skills/, or write the items in the question
`},
	{"no home page", map[string]string{
		"index.md":  gone,
		"help/a.md": top,
	}, `
content/index.md: the home page is missing
    write content/index.md; its kind is "home"
content/site.yaml:12:25: there is no page "index"
    correct the words, or write the page content/index.md
`},
	{"mistakes in many files, in one run", map[string]string{
		"site.yaml": siteYAML + `footer:
  - {title: Privacy, page: about/privacy}
`,
		"help/a.md": `---
titel: A
summary: An example.
reviewed: 23/11/2026
---
# Words

[](/nowhere/)
`,
		"help/b.md": `Words.
`,
		"help/c d.md": top,
		"skills/e.md": head + `plain: [a
---
<b>
`,
	}, `
content/help/a.md:2:1: field "title" is missing in kind "page"
    the page's name, as readers see it
    add a line: title: Cardiology
content/help/a.md:2:1: unknown field "titel" in kind "page"
    allowed: aliases, draft, expires, order, owner, publish, related, review_every, reviewed, sources, stage, summary, tags, title
    did you mean "title"?
content/help/a.md:4:11: field "reviewed" must be a date, written like 2026-11-23, found "23/11/2026"
    did you mean "2026-11-23"?
content/help/a.md:6:1: a heading of level 1 inside a page
    the title of the page is already its level 1; start this line with ## instead of #
content/help/a.md:8:1: a link has no words
    write what the reader finds there: [the words](/nowhere/)
content/help/a.md:8:1: the link leads to "/nowhere/", which is no page
    correct the words, or write the page content/nowhere.md
content/help/b.md:1:1: the page has no block of keys at its start
    a page begins with a line ---, then keys such as title: Words, then a line ---, then the text
content/help/c d.md: the name "c d.md" cannot be part of an address
    use lower-case letters, digits and hyphens only; rename it to c-d.md
content/site.yaml:16:28: there is no page "about/privacy"
    correct the words, or write the page content/about/privacy.md
content/skills/e.md:5:8: the list that is opened with [ is never closed
    close it with ], or put the whole value in double quotes if no list is meant
content/skills/e.md:7:1: HTML is not allowed: <b>
    write Markdown, or one of the components: inset, callout, details, do, dont, action
    if the sign < itself is meant, write \<
`},
	{"a page that cannot be read brings no other mistakes", map[string]string{
		"help/a.md": `---
title: A
`,
		"help/b.md": head + `related:
  - page: help/a
    why: Because.
---
Read [this](/help/a/#place).
`,
	}, `
content/help/a.md:1:1: the block of keys that starts here is never closed
    put a line with three hyphens --- after the last key
`},
}
