package site

// configMistakes are mistakes in site.yaml.
var configMistakes = []mistake{
	{"a menu with a page that is not there", map[string]string{
		"site.yaml": siteYAML + `footer:
  - {title: Privacy, page: about/privacy}
`,
	}, `
content/site.yaml:16:28: there is no page "about/privacy"
    correct the words, or write the page content/about/privacy.md
`},
	{"no site.yaml", map[string]string{
		"site.yaml": gone,
	}, `
content/site.yaml: the file is missing
    it holds the site's name, contacts and menus; copy the one that came with the program
`},
	{"site.yml", map[string]string{
		"site.yaml": gone,
		"site.yml":  siteYAML,
	}, `
content/site.yaml: the file is missing
    it holds the site's name, contacts and menus; copy the one that came with the program
    rename content/site.yml to site.yaml
`},
	{"a site.yaml that cannot be read", map[string]string{
		"site.yaml": `service: Try: it
`,
	}, `
content/site.yaml:1:10: there is a colon and a space inside a value
    put the whole value in double quotes: service: "Try: it"
`},
	{"a site.yaml in another encoding", map[string]string{
		"site.yaml": "service: caf\xe9\n",
	}, `
content/site.yaml:1:13: this sign is not saved as UTF-8 (byte 0xe9)
    save the file with the encoding UTF-8; in Word choose "Plain text" and then "Unicode (UTF-8)"
`},
	{"a site.yaml with nothing in it", map[string]string{
		"site.yaml": ``,
	}, `
content/site.yaml:1:1: field "base_url" is missing in site.yaml
    the address the site is published under
    add a line: base_url: https://career-support.example
content/site.yaml:1:1: field "confidentiality" is missing in site.yaml
    the limits of confidentiality, printed on worksheets
    add a line: confidentiality: What you say is treated as confidential. There are limits.
content/site.yaml:1:1: field "contacts" is missing in site.yaml
    whom readers can reach; each is printed for {{contact.id}}
    add a line: contacts: [{id: administrator, name: Tonia, instead: Please ask your educational supervisor.}]
content/site.yaml:1:1: field "draft_notice" is missing in site.yaml
    printed where facts are not fully read in a source
    add a line: draft_notice: This is an editor's draft.
content/site.yaml:1:1: field "navigation" is missing in site.yaml
    the menu at the top
    add a line: navigation: [{title: Specialties, page: specialties}]
content/site.yaml:1:1: field "organisation" is missing in site.yaml
    who runs it
    add a line: organisation: Wessex Deanery
content/site.yaml:1:1: field "review_every" is missing in site.yaml
    months until a page must be checked again
    add a line: review_every: 12
content/site.yaml:1:1: field "service" is missing in site.yaml
    the name of this site
    add a line: service: Signpost
content/site.yaml:1:1: field "stale_notice" is missing in site.yaml
    printed where a page is past its review date
    add a line: stale_notice: This page is past its review date.
content/site.yaml:1:1: field "unit" is missing in site.yaml
    the unit's short name, printed for {{unit}}
    add a line: unit: PSU
content/site.yaml:1:1: field "unit_full" is missing in site.yaml
    the unit's whole name, printed for {{unit_full}}
    add a line: unit_full: Professional Support Unit
content/site.yaml:1:1: field "words" is missing in site.yaml
    the words for people
    add a line: words: {trainee: doctor in training, trainees: doctors in training, adviser: career adviser, administrator: administrator}
`},
	{"a site.yaml with mistakes", map[string]string{
		"site.yaml": siteYAML + `acces_keys: true
footer: Privacy
contacts: []
`,
	}, `
content/site.yaml:15:1: unknown field "acces_keys" in site.yaml
    allowed: access_keys, base_url, confidentiality, contacts, draft_notice, footer, language, navigation, organisation, review_every, service, stale_notice, unit, unit_full, words
    did you mean "access_keys"?
content/site.yaml:16:9: field "footer" must be a list: one item a line, each starting with a hyphen, found "Privacy"
content/site.yaml:17:1: field "contacts" stands twice
    it is first written on line 13; keep one of the two
`},
	{"contacts with mistakes", map[string]string{
		"site.yaml": contacts(`  - {id: office, name: Office, email: office at example, instead: Ask.}
  - {id: office, name: Desk, instead: Ask at the desk.}
  - Somebody
`),
	}, `
content/site.yaml:14:39: "office at example" is not an e-mail address
    write one address, like office@example.org, or leave the field empty
content/site.yaml:15:6: warning: the contact "office" has no e-mail address
    pages print instead: Ask at the desk.
content/site.yaml:15:6: the contact "office" stands twice
    it is first written on line 14; give each its own id
content/site.yaml:16:5: field "contacts" must be a group of keys, one a line, indented, found "Somebody"
`},
	{"a placeholder in site.yaml", map[string]string{
		"site.yaml": siteYAML + `footer:
  - {title: "About the {{unit}}", page: index}
`,
	}, `
content/site.yaml:16:13: a placeholder stands in site.yaml
    placeholders take their words from this file, so write the words themselves here
`},
}
