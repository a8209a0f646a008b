package schema

// Site is the table of content/site.yaml.
var Site = []Field{
	{Name: "service", Type: Text, Required: true, Help: "the name of this site", Example: "Signpost"},
	{Name: "organisation", Type: Text, Required: true, Help: "who runs it", Example: "Wessex Deanery"},
	{Name: "unit", Type: Text, Required: true, Help: "the unit's short name, printed for {{unit}}", Example: "PSU"},
	{Name: "unit_full", Type: Text, Required: true, Help: "the unit's whole name, printed for {{unit_full}}", Example: "Professional Support Unit"},
	{Name: "base_url", Type: URL, Required: true, Help: "the address the site is published under", Example: "https://career-support.example"},
	{Name: "language", Type: Choice, Allowed: []string{"en-GB"}, Help: "the language of the pages", Example: "en-GB"},
	{Name: "words", Type: Record, Required: true, Help: "the words for people", Example: "{trainee: doctor in training, trainees: doctors in training, adviser: career adviser, administrator: administrator}", Fields: []Field{
		{Name: "trainee", Type: Text, Required: true, Help: "one doctor", Example: "doctor in training"},
		{Name: "trainees", Type: Text, Required: true, Help: "several", Example: "doctors in training"},
		{Name: "adviser", Type: Text, Required: true, Help: "who holds the sessions", Example: "career adviser"},
		{Name: "administrator", Type: Text, Required: true, Help: "who runs the office", Example: "administrator"},
	}},
	{Name: "review_every", Type: Integer, Required: true, Min: 1, Max: 60, Help: "months until a page must be checked again", Example: "12"},
	{Name: "contacts", Type: Many, Required: true, Help: "whom readers can reach; each is printed for {{contact.id}}", Example: "[{id: administrator, name: Tonia, instead: Please ask your educational supervisor.}]", Of: &Field{Type: Record, Fields: []Field{
		{Name: "id", Type: Slug, Required: true, Help: "the name used in pages", Example: "administrator"},
		{Name: "name", Type: Text, Required: true, Help: "the person or office", Example: "Tonia"},
		{Name: "role", Type: Text, Help: "what they do", Example: "PSU administrator"},
		{Name: "email", Type: Text, Help: "their address; may be empty", Example: "office@example.org"},
		{Name: "phone", Type: Text, Help: "their number; may be empty", Example: "01234 567890"},
		{Name: "instead", Type: Text, Required: true, Help: "a sentence to print while there is no address", Example: "Please ask your educational supervisor."},
	}}},
	{Name: "navigation", Type: Many, Required: true, Min: 1, Max: 8, Of: &menuEntry, Help: "the menu at the top", Example: "[{title: Specialties, page: specialties}]"},
	{Name: "footer", Type: Many, Of: &menuEntry, Help: "the links at the foot", Example: "[{title: Privacy, page: about/privacy}]"},
	{Name: "access_keys", Type: Boolean, Help: "true switches the UK government's access keys on", Example: "false"},
	{Name: "confidentiality", Type: Text, Required: true, Help: "the limits of confidentiality, printed on worksheets", Example: "What you say is treated as confidential. There are limits."},
	{Name: "draft_notice", Type: Text, Required: true, Help: "printed where facts are not fully read in a source", Example: "This is an editor's draft."},
	{Name: "stale_notice", Type: Text, Required: true, Help: "printed where a page is past its review date", Example: "This page is past its review date."},
}

var menuEntry = Field{Type: Record, Fields: []Field{
	{Name: "title", Type: Text, Required: true, Help: "the words of the link", Example: "Specialties"},
	{Name: "page", Type: Page, Required: true, Help: "where it leads", Example: "specialties"},
}}
