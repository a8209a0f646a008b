package site

// valueMistakes are mistakes in what stands after a key.
var valueMistakes = []mistake{
	{"a British date", map[string]string{
		"help/a.md": head + `publish: 23/11/2026
---
`,
	}, `
content/help/a.md:5:10: field "publish" must be a date, written like 2026-11-23, found "23/11/2026"
    did you mean "2026-11-23"?
`},
	{"a date in words", map[string]string{
		"help/a.md": head + `publish: 23 November 2026
---
`,
	}, `
content/help/a.md:5:10: field "publish" must be a date, written like 2026-11-23, found "23 November 2026"
    did you mean "2026-11-23"?
`},
	{"a date without noughts", map[string]string{
		"help/a.md": head + `publish: 2026-1-2
---
`,
	}, `
content/help/a.md:5:10: field "publish" must be a date, written like 2026-11-23, found "2026-1-2"
    did you mean "2026-01-02"?
`},
	{"a day that is not in the calendar", map[string]string{
		"help/a.md": head + `publish: 2026-02-30
---
`,
	}, `
content/help/a.md:5:10: field "publish" must be a date, written like 2026-11-23, found "2026-02-30"
    there is no such day in the calendar
`},
	{"a date that is none", map[string]string{
		"help/a.md": head + `publish: soon
---
`,
	}, `
content/help/a.md:5:10: field "publish" must be a date, written like 2026-11-23, found "soon"
`},
	{"a date with a time", map[string]string{
		"help/a.md": head + `publish: 2026-11-23T09:00:00Z
---
`,
	}, `
content/help/a.md:5:10: field "publish" must be a date, written like 2026-11-23, found "2026-11-23T09:00:00Z"
    did you mean "2026-11-23"?
`},
	{"a page that expires before it is published", map[string]string{
		"help/a.md": head + `publish: 2026-12-01
expires: 2026-11-30
---
`,
	}, `
content/help/a.md:6:10: the page expires before it is published
    expires must be a later day than publish
`},
	{"a list where words belong", map[string]string{
		"help/a.md": `---
title: [A, B]
summary: An example.
reviewed: 2026-11-23
---
`,
	}, `
content/help/a.md:2:8: field "title" must be text, found a list
`},
	{"keys where words belong", map[string]string{
		"help/a.md": `---
title:
  long: A
summary: An example.
reviewed: 2026-11-23
---
`,
	}, `
content/help/a.md:3:3: field "title" must be text, found a group of keys
`},
	{"true where words belong", map[string]string{
		"help/a.md": `---
title: true
summary: An example.
reviewed: 2026-11-23
---
`,
	}, `
content/help/a.md:2:8: field "title" must be text, found true
    put it in quotes if the word itself is meant: "true"
`},
	{"words where a number belongs", map[string]string{
		"help/a.md": head + `order: three
---
`,
	}, `
content/help/a.md:5:8: field "order" must be a whole number, found "three"
`},
	{"a number in quotes", map[string]string{
		"help/a.md": head + `order: "3"
---
`,
	}, `
content/help/a.md:5:8: field "order" must be a whole number, found "3"
    take the quotation marks away: order: 3
`},
	{"a number with a point", map[string]string{
		"help/a.md": head + `order: 1.5
---
`,
	}, `
content/help/a.md:5:8: field "order" must be a whole number, found "1.5"
`},
	{"a number that is too large", map[string]string{
		"help/a.md": head + `order: 10000
---
`,
	}, `
content/help/a.md:5:8: field "order" must lie between 1 and 9999, found 10000
`},
	{"yes for true", map[string]string{
		"help/a.md": head + `draft: yes
---
`,
	}, `
content/help/a.md:5:8: field "draft" must be true or false, found "yes"
    did you mean "true"?
`},
	{"True for true", map[string]string{
		"help/a.md": head + `draft: True
---
`,
	}, `
content/help/a.md:5:8: field "draft" must be true or false, found "True"
    did you mean "true"?
`},
	{"true in quotes", map[string]string{
		"help/a.md": head + `draft: "true"
---
`,
	}, `
content/help/a.md:5:8: field "draft" must be true or false, found "true"
    take the quotation marks away: draft: true
`},
	{"neither true nor false", map[string]string{
		"help/a.md": head + `draft: nearly
---
`,
	}, `
content/help/a.md:5:8: field "draft" must be true or false, found "nearly"
`},
	{"words where a list belongs", map[string]string{
		"help/a.md": head + `tags: one, two
---
`,
	}, `
content/help/a.md:5:7: field "tags" must be a list: one item a line, each starting with a hyphen, found "one, two"
`},
	{"an item that is empty", map[string]string{
		"help/a.md": head + `tags:
  - one
  -
---
`,
	}, `
content/help/a.md:7:5: item 2 of "tags" is empty
    write something after the hyphen, or delete the line
`},
	{"words where a group of keys belongs", map[string]string{
		"help/a.md": head + `sources:
  - The college
---
`,
	}, `
content/help/a.md:6:5: field "sources" must be a group of keys, one a line, indented, found "The college"
`},
	{"a source with mistakes of its own", map[string]string{
		"help/a.md": head + `sources:
  - title: The college
    url: www.college.example
    seen: 2026-11-23
---
`,
	}, `
content/help/a.md:6:5: field "read" is missing in field "sources"
    the day somebody read it
    add a line: read: 2026-11-23
content/help/a.md:7:10: field "url" must be a web address that starts with https:// or http://, found "www.college.example"
    did you mean "https://www.college.example"?
content/help/a.md:8:5: unknown field "seen" in field "sources"
    allowed: read, title, url
`},
	{"a web address with a space", map[string]string{
		"help/a.md": head + `sources:
  - title: The college
    url: https://college.example/a b
    read: 2026-11-23
---
`,
	}, `
content/help/a.md:7:10: field "url" must be a web address that starts with https:// or http://, found "https://college.example/a b"
    a web address has no spaces; write %20 for one
`},
	{"a page named with slashes and an ending", map[string]string{
		"help/a.md": head + `related:
  - page: /help/a.md
    why: Because.
---
`,
	}, `
content/help/a.md:6:11: field "page" must be a page of this site, written like specialties/cardiology, found "/help/a.md"
    no slash at either end, no .md, no capitals or spaces
    did you mean "help/a"?
`},
	{"an old address without a slash", map[string]string{
		"help/a.md": head + `aliases: [old place]
---
`,
	}, `
content/help/a.md:5:11: field "aliases" must be an address on this site, written like /old/place/, found "old place"
`},
	{"a word that is not allowed, near one that is", map[string]string{
		"help/a.md": head + `stage: [planing]
---
`,
	}, `
content/help/a.md:5:9: field "stage" cannot be "planing"
    allowed: self-awareness, information, decision, planning
    did you mean "planning"?
`},
	{"a kind of evidence that is none", map[string]string{
		"skills/a.md": head + `examples: [Letters]
plain: I write.
evidence: certain
---
`,
	}, `
content/skills/a.md:7:11: field "evidence" cannot be "certain"
    allowed: read, mixed, background
`},
	{"a list with too few items", map[string]string{
		"framework/a.md": head + `prompts: []
---
`,
	}, `
content/framework/a.md:5:10: field "prompts" needs at least 1 item, found 0
`},
	{"a stage without its number", map[string]string{
		"stages/a.md": head + `---
`,
	}, `
content/stages/a.md:2:1: field "number" is missing in kind "stage"
    its place among the four
    add a line: number: 1
`},
	{"a stage that is none of the four", map[string]string{
		"stages/a.md": head + `number: 5
---
`,
	}, `
content/stages/a.md:5:9: field "number" must lie between 1 and 4, found 5
`},
	{"a career without its one required key", map[string]string{
		"beyond/a.md": head + `---
`,
	}, `
content/beyond/a.md:2:1: field "involves" is missing in kind "career"
    what one does
    add a line: involves: Advising doctors on complaints
`},
	{"a person without a role", map[string]string{
		"people/a.md": head + `---
`,
	}, `
content/people/a.md:2:1: field "role" is missing in kind "person"
    what they do here
    add a line: role: Career adviser
`},
	{"a start that leads nowhere", map[string]string{
		"index.md": `---
title: Home
summary: Home.
starts:
  - title: I am lost
    text: Begin here.
---
`,
	}, `
content/index.md:5:5: field "link" is missing in field "starts"
    the words of the link
    add a line: link: Start with yourself
content/index.md:5:5: field "page" is missing in field "starts"
    where to begin
    add a line: page: stages/self-awareness
`},
	{"facets with mistakes", map[string]string{
		"specialties/a.md": head + `group: Big Group
facets: {acuity: slow, setting: hospital, hours: long}
live:
  - {for: jobs, title: Jobs, url: "https://jobs.example"}
---
` + sections,
	}, `
content/specialties/a.md:5:8: field "group" must be lower-case letters, digits and hyphens, found "Big Group"
content/specialties/a.md:6:18: field "acuity" cannot be "slow"
    allowed: acute, planned, mixed
content/specialties/a.md:6:43: unknown field "hours" in field "facets"
    allowed: acuity, out_of_hours, patient_contact, procedures, setting
content/specialties/a.md:8:11: field "for" cannot be "jobs"
    allowed: competition, vacancies, curriculum, college, part_time
`},
	{"a specialty without its headings", map[string]string{
		"groups/g.md": top,
		"specialties/a.md": head + `group: g
---
## A typical week

## At its best

## At its hardest

## Where it can lead

## Questions to ask yourself

### How to try it out
`,
	}, `
content/specialties/a.md:7:1: the heading "How to try it out" is missing in kind "specialty"
    every page of this kind has it; add a line: ## How to try it out
content/specialties/a.md:7:1: the heading "Patients, team and place" is missing in kind "specialty"
    every page of this kind has it; add a line: ## Patients, team and place
content/specialties/a.md:7:1: the heading "What the work is like" is missing in kind "specialty"
    every page of this kind has it; add a line: ## What the work is like
`},
	{"a worksheet without a question", map[string]string{
		"worksheets/a.md": `---
title: A
summary: An example.
time_needed: A minute
revision: 0
---
## One
`,
	}, `
content/worksheets/a.md:2:1: the worksheet has no question
    write one as a fenced block: three back-ticks and the word question, then id, type and ask
content/worksheets/a.md:5:11: field "revision" must lie between 1 and 9999, found 0
`},
}
