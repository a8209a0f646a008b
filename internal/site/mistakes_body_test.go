package site

// bodyMistakes are mistakes in the text of a page.
var bodyMistakes = []mistake{
	{"a picture without a description", map[string]string{
		"help/a.md": top + `Words.

![](/map.png)
`,
		"map.png": `picture`,
	}, `
content/help/a.md:8:1: the picture "/map.png" has no description
    people who cannot see it hear the words between the brackets: ![what it shows](/map.png)
`},
	{"a picture on another site", map[string]string{
		"help/a.md": top + `![A map](https://maps.example/map.png)
`,
	}, `
content/help/a.md:6:1: the picture "https://maps.example/map.png" lies on another site
    pages show only pictures of this site, so that nobody learns who reads them; save it in content/ if you may
`},
	{"a picture that is none", map[string]string{
		"help/a.md": top + `![A map](/help/)
`,
	}, `
content/help/a.md:6:1: "/help/" is not a picture
    pictures end in .png, .jpg, .gif, .svg, .webp or .avif
`},
	{"a picture that is not there", map[string]string{
		"help/a.md": top + `![A map](/help/map.png)
`,
		"help/maps.png": `picture`,
	}, `
content/help/a.md:6:1: there is no file content/help/map.png
    put it there, or correct the link
    did you mean "help/maps.png"?
`},
	{"a link without words", map[string]string{
		"help/a.md": top + `Read [](/help/).
`,
	}, `
content/help/a.md:6:6: a link has no words
    write what the reader finds there: [the words](/help/)
content/help/a.md:6:6: the link leads to "/help/", which is no page
    correct the words, or write the page content/help.md
`},
	{"a link without an address", map[string]string{
		"help/a.md": top + `Read [this]().
`,
	}, `
content/help/a.md:6:6: the link "" leads nowhere
    write an address of this site, like /skills/writing/, or a web address that starts with https://
`},
	{"a link that runs a program", map[string]string{
		"help/a.md": top + `Press [here](javascript:alert(1)).
`,
	}, `
content/help/a.md:6:7: the link "javascript:alert(1)" leads nowhere
    write an address of this site, like /skills/writing/, or a web address that starts with https://
`},
	{"a link that holds a page", map[string]string{
		"help/a.md": top + `Press [here](data:text/html,x).
`,
	}, `
content/help/a.md:6:7: the link "data:text/html,x" leads nowhere
    write an address of this site, like /skills/writing/, or a web address that starts with https://
`},
	{"a link to another site without https", map[string]string{
		"help/a.md": top + `Read [this](www.nhs.uk/help).
`,
	}, `
content/help/a.md:6:6: the link leads to "www.nhs.uk/help", which is no page
    write https:// before the address of another site: https://www.nhs.uk/help
`},
	{"a link to another site with two slashes", map[string]string{
		"help/a.md": top + `Read [this](//nhs.uk/help).
`,
	}, `
content/help/a.md:6:6: the link "//nhs.uk/help" leads nowhere
    write an address of this site, like /skills/writing/, or a web address that starts with https://
`},
	{"an e-mail address without mailto", map[string]string{
		"help/a.md": top + `Write to [us](office@example.org).
`,
	}, `
content/help/a.md:6:10: the link leads to "office@example.org", which is no page
    write mailto: before an e-mail address: mailto:office@example.org
`},
	{"a heading of level 1", map[string]string{
		"help/a.md": top + `# Words
`,
	}, `
content/help/a.md:6:1: a heading of level 1 inside a page
    the title of the page is already its level 1; start this line with ## instead of #
`},
	{"a jump from level 2 to level 4", map[string]string{
		"help/a.md": top + `## Two

#### Four
`,
	}, `
content/help/a.md:8:1: heading jumps from level 2 to level 4
    start this line with ### instead of ####, or add the heading between
`},
	{"a page that begins with level 3", map[string]string{
		"help/a.md": top + `### Three
`,
	}, `
content/help/a.md:6:1: heading jumps from level 1 to level 3
    start this line with ## instead of ###, or add the heading between
`},
	{"a heading without words", map[string]string{
		"help/a.md": top + `## 
`,
	}, `
content/help/a.md:6:1: a heading has no words
    write the heading's words, or delete the line
`},
	{"two headings with one id", map[string]string{
		"help/a.md": top + `## One {#place}

## Two {#place}
`,
	}, `
content/help/a.md:8:1: the id "place" stands twice on this page
    give one of the two headings another id
`},
	{"HTML that stands alone", map[string]string{
		"help/a.md": top + `<div class="box">
Words.
</div>
`,
	}, `
content/help/a.md:6:1: HTML is not allowed: <div class="box">
    write Markdown, or one of the components: inset, callout, details, do, dont, action
    if the sign < itself is meant, write \<
`},
	{"HTML inside a line", map[string]string{
		"help/a.md": top + `Some <b>bold</b> words.
`,
	}, `
content/help/a.md:6:6: HTML is not allowed: <b>
    write Markdown, or one of the components: inset, callout, details, do, dont, action
    if the sign < itself is meant, write \<
content/help/a.md:6:13: HTML is not allowed: </b>
    write Markdown, or one of the components: inset, callout, details, do, dont, action
    if the sign < itself is meant, write \<
`},
	{"a component that is never closed", map[string]string{
		"help/a.md": top + `::: inset
Words.
`,
	}, `
content/help/a.md:6:1: the component "inset" is never closed
    put a line with ::: after its last line
`},
	{"an unknown component", map[string]string{
		"help/a.md": top + `::: insert
Words.
:::
`,
	}, `
content/help/a.md:6:1: unknown component "insert"
    allowed: inset, callout, details, do, dont, action
    did you mean "inset"?
`},
	{"a component without its words", map[string]string{
		"help/a.md": top + `::: details
Words.
:::
`,
	}, `
content/help/a.md:6:1: the component "details" needs words after its name
    write, for example, ::: details Before you begin
`},
	{"a component with words it does not take", map[string]string{
		"help/a.md": top + `::: inset Look
Words.
:::
`,
	}, `
content/help/a.md:6:1: the component "inset" takes no words after its name
    put them on the next line
`},
	{"an unknown placeholder", map[string]string{
		"help/a.md": top + `Ask your {{advisor}}.
`,
	}, `
content/help/a.md:6:10: unknown placeholder {{advisor}}
    allowed: administrator, adviser, contact.administrator, organisation, service, trainee, trainees, unit, unit_full
    did you mean "adviser"?
`},
	{"a placeholder that is never closed", map[string]string{
		"help/a.md": top + `Ask your {{adviser.
`,
	}, `
content/help/a.md:6:10: a placeholder is opened with {{ and never closed
    write }} after its name, on the same line: {{trainee}}
`},
	{"a placeholder of a contact that is none", map[string]string{
		"help/a.md": top + `{{contact.office}}
`,
	}, `
content/help/a.md:6:1: unknown placeholder {{contact.office}}
    allowed: administrator, adviser, contact.administrator, organisation, service, trainee, trainees, unit, unit_full
`},
	{"an unknown placeholder among the keys", map[string]string{
		"help/a.md": head + `owner: The {{team}}
---
`,
	}, `
content/help/a.md:5:8: unknown placeholder {{team}}
    allowed: administrator, adviser, contact.administrator, organisation, service, trainee, trainees, unit, unit_full
`},
	{"a placeholder among the keys that is never closed", map[string]string{
		"help/a.md": head + `owner: The {{unit team
---
`,
	}, `
content/help/a.md:5:8: a placeholder is opened with {{ and never closed
    write }} after its name, on the same line: {{trainee}}
`},
	{"a question outside a worksheet", map[string]string{
		"help/a.md": top + `'''question
id: b
type: short
ask: Why?
'''
`,
	}, `
content/help/a.md:7:1: a question outside a worksheet
    questions belong on pages in content/worksheets/
`},
	{"a question inside a list", map[string]string{
		"worksheets/a.md": `---
title: A
summary: An example.
time_needed: A minute
revision: 1
---
## One

- '''question
  id: b
  type: short
  ask: Why?
  '''
`,
	}, `
content/worksheets/a.md:2:1: the worksheet has no question
    write one as a fenced block: three back-ticks and the word question, then id, type and ask
content/worksheets/a.md:9:3: a question block stands inside a list, quotation or component
    start its three backticks at the left margin, with an empty line before them
`},
	{"a question that cannot be read", map[string]string{
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
ask: Why: now?
'''
`,
	}, `
content/worksheets/a.md:12:6: there is a colon and a space inside a value
    put the whole value in double quotes: ask: "Why: now?"
`},
	{"a question with two blocks of keys", map[string]string{
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
---
id: c
'''
`,
	}, `
content/worksheets/a.md:14:1: a second block of keys starts here
    keep all keys in one block
`},
	{"a type of question that is none", map[string]string{
		"worksheets/a.md": `---
title: A
summary: An example.
time_needed: A minute
revision: 1
---
## One

'''question
id: b
type: sorting
ask: Why?
'''
`,
	}, `
content/worksheets/a.md:11:7: unknown question type "sorting"
    allowed: short, long, date, one, many, scale, sort, rank, table, share
`},
	{"an unknown placeholder in a question", map[string]string{
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
ask: Why the {{units}}?
'''
`,
	}, `
content/worksheets/a.md:12:6: unknown placeholder {{units}}
    allowed: administrator, adviser, contact.administrator, organisation, service, trainee, trainees, unit, unit_full
    did you mean "unit"?
`},
	{"a placeholder in a question that is never closed", map[string]string{
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
ask: Why the {{unit?
'''
`,
	}, `
content/worksheets/a.md:12:6: a placeholder is opened with {{ and never closed
    write }} after its name, on the same line: {{trainee}}
`},
}
