package site

import "strings"

// fileMistakes are mistakes of files: bytes, names, sizes, kinds.
var fileMistakes = []mistake{
	{"CRLF: lines keep their numbers", map[string]string{
		"help/a.md": "---\r\ntitle: A\r\nsummary: An example.\r\nreviewed: 2026-11-23\r\ncolour: blue\r\n---\r\n\r\n# Words\r\n",
	}, `
content/help/a.md:5:1: unknown field "colour" in kind "page"
    allowed: aliases, draft, expires, order, owner, publish, related, review_every, reviewed, sources, stage, summary, tags, title
content/help/a.md:8:1: a heading of level 1 inside a page
    the title of the page is already its level 1; start this line with ## instead of #
`},
	{"CRLF is no mistake", map[string]string{
		"help/a.md": strings.ReplaceAll(top+"## Words\n\nMore.\n", "\n", "\r\n"),
	}, ``},
	{"a byte-order mark is no mistake", map[string]string{
		"help/a.md": "\xef\xbb\xbf" + top,
		"site.yaml": "\xef\xbb\xbf" + siteYAML,
	}, ``},
	{"a byte-order mark: columns keep their numbers", map[string]string{
		"help/a.md": "\xef\xbb\xbftitle: A\n",
	}, `
content/help/a.md:1:1: the line --- above the keys is missing
    a page begins with a line ---, then keys such as title: Words, then a line ---, then the text
`},
	{"the line ends of old Macs: lines keep their numbers", map[string]string{
		"help/a.md": strings.ReplaceAll(top+"# Words\n", "\n", "\r"),
	}, `
content/help/a.md:6:1: a heading of level 1 inside a page
    the title of the page is already its level 1; start this line with ## instead of #
`},
	{"no line end at the end is no mistake", map[string]string{
		"help/a.md": strings.TrimSuffix(top, "\n"),
	}, ``},
	{"a sign that is not UTF-8", map[string]string{
		"help/a.md": top + "Words.\n\nThe caf\xe9.\n",
	}, `
content/help/a.md:8:8: this sign is not saved as UTF-8 (byte 0xe9)
    save the file with the encoding UTF-8; in Word choose "Plain text" and then "Unicode (UTF-8)"
`},
	{"a sign that is not UTF-8 after one that is", map[string]string{
		"help/a.md": top + "Café, caf\xe9.\n",
	}, `
content/help/a.md:6:11: this sign is not saved as UTF-8 (byte 0xe9)
    save the file with the encoding UTF-8; in Word choose "Plain text" and then "Unicode (UTF-8)"
`},
	{"UTF-16", map[string]string{
		"help/a.md": "\xff\xfe-\x00-\x00-\x00\n\x00",
	}, `
content/help/a.md:1:1: the file is saved with the encoding UTF-16, which is not read here
    save the file with the encoding UTF-8; in Word choose "Plain text" and then "Unicode (UTF-8)"
`},
	{"a zero byte", map[string]string{
		"help/a.md": top + "Words.\nMore \x00 words.\n",
	}, `
content/help/a.md:7:6: this is not text (byte 0x00)
    save the file with the encoding UTF-8; in Word choose "Plain text" and then "Unicode (UTF-8)"
`},
	{"a file with nothing in it", map[string]string{
		"help/a.md": "",
	}, `
content/help/a.md:1:1: the file is empty
    a page begins with a line ---, then keys such as title: Words, then a line ---, then the text
`},
	{"a file with nothing but white space", map[string]string{
		"help/a.md": " \n\t\n",
	}, `
content/help/a.md:1:1: the file is empty
    a page begins with a line ---, then keys such as title: Words, then a line ---, then the text
`},
	{"a page of 50 MB", map[string]string{
		"help/a.md": top + strings.Repeat("words and ", 5<<20),
	}, `
content/help/a.md: the file is too large: 50.0 MB, at most 0.25 MB
    a page is some pages of text; pictures belong in files of their own
`},
	{"a picture of 50 MB", map[string]string{
		"help/map.png": strings.Repeat("x", 50<<20),
	}, `
content/help/map.png: the file is too large: 50.0 MB, at most 20 MB
    save the picture smaller, or the document in parts: readers may be on a telephone
`},
	{"a name with spaces and capitals", map[string]string{
		"help/My Page.md": top,
	}, `
content/help/My Page.md: the name "My Page.md" cannot be part of an address
    use lower-case letters, digits and hyphens only; rename it to my-page.md
`},
	{"a name with accents", map[string]string{
		"help/café-élan.md": top,
	}, `
content/help/café-élan.md: the name "café-élan.md" cannot be part of an address
    use lower-case letters, digits and hyphens only; rename it to cafe-elan.md
`},
	{"a name with accents as a Mac writes them", map[string]string{
		"help/cafe\u0301.md": top,
	}, `
content/help/café.md: the name "café.md" cannot be part of an address
    use lower-case letters, digits and hyphens only; rename it to cafe.md
`},
	{"a name with an underscore", map[string]string{
		"help/my_page.md": top,
	}, `
content/help/my_page.md: the name "my_page.md" cannot be part of an address
    use lower-case letters, digits and hyphens only; rename it to my-page.md
`},
	{"an ending in capitals", map[string]string{
		"help/a.MD": top,
	}, `
content/help/a.MD: the name "a.MD" cannot be part of an address
    use lower-case letters, digits and hyphens only; rename it to a.md
`},
	{"a folder with a space", map[string]string{
		"help/More Help/a.md": top,
	}, `
content/help/More Help: the name "More Help" cannot be part of an address
    use lower-case letters, digits and hyphens only; rename it to more-help
`},
	{"a folder with a full stop", map[string]string{
		"help/v1.0/a.md": top,
	}, `
content/help/v1.0: the name "v1.0" cannot be part of an address
    use lower-case letters, digits and hyphens only; rename it to v1-0
`},
	{"a page that ends in .markdown", map[string]string{
		"help/a.markdown": top,
	}, `
content/help/a.markdown: files of this type are not published
    pages end in .md; pictures and documents in .png, .jpg, .jpeg, .gif, .svg, .webp, .avif, .pdf
    rename it to a.md
`},
	{"a page whose ending Windows hides", map[string]string{
		"help/a.md.txt": top,
	}, `
content/help/a.md.txt: files of this type are not published
    pages end in .md; pictures and documents in .png, .jpg, .jpeg, .gif, .svg, .webp, .avif, .pdf
    rename it to a.md
`},
	{"a document of a word processor", map[string]string{
		"help/The Guide.docx": `x`,
	}, `
content/help/The Guide.docx: files of this type are not published
    pages end in .md; pictures and documents in .png, .jpg, .jpeg, .gif, .svg, .webp, .avif, .pdf
    copy its text into a page the-guide.md, or save it as PDF
`},
	{"settings in the wrong place", map[string]string{
		"help/site.yaml": siteYAML,
	}, `
content/help/site.yaml: files of this type are not published
    pages end in .md; pictures and documents in .png, .jpg, .jpeg, .gif, .svg, .webp, .avif, .pdf
    settings stand in content/site.yaml; a page would be called site.md
`},
	{"a file that nobody publishes", map[string]string{
		"help/notes.xyz": `x`,
	}, `
content/help/notes.xyz: warning: files of this type are not published
    pages end in .md; pictures and documents in .png, .jpg, .jpeg, .gif, .svg, .webp, .avif, .pdf
`},
	{"files of editors and systems are no mistake", map[string]string{
		"help/.a.md.swp": `x`,
		"help/a.md~":     `x`,
		"help/~$a.docx":  `x`,
		".DS_Store":      `x`,
		"Thumbs.db":      `x`,
		"README.md": `Words.
`,
		".schema/page.json": `{}`,
	}, ``},
	{"pictures whose names differ by a hyphen are found", map[string]string{
		"help/a.md": top + `![One](/help/map/one.png) ![Two](/help/map-two.png)
`,
		"help/map/one.png": `x`,
		"help/map-two.png": `x`,
	}, ``},
}
