package content

import (
	"cmp"
	"html"
	"maps"
	"net/url"
	"slices"
	"strings"

	"signpost/internal/problem"
	"signpost/internal/schema"
)

// Config is content/site.yaml: the words, contacts and menus of the whole site.
type Config struct {
	Service         string      `field:"service"`
	Organisation    string      `field:"organisation"`
	Unit            string      `field:"unit"`
	UnitFull        string      `field:"unit_full"`
	BaseURL         string      `field:"base_url"`
	Language        string      `field:"language"`
	Words           WordsFor    `field:"words"`
	ReviewEvery     int         `field:"review_every"`
	Contacts        []Contact   `field:"contacts"`
	Navigation      []MenuEntry `field:"navigation"`
	Footer          []MenuEntry `field:"footer"`
	AccessKeys      bool        `field:"access_keys"`
	Confidentiality string      `field:"confidentiality"`
	DraftNotice     string      `field:"draft_notice"`
	StaleNotice     string      `field:"stale_notice"`
}

// WordsFor are the words for people.
type WordsFor struct {
	Trainee       string `field:"trainee"`
	Trainees      string `field:"trainees"`
	Adviser       string `field:"adviser"`
	Administrator string `field:"administrator"`
}

// Contact is whom readers can reach. Without an address Instead is printed; an address is never made up.
type Contact struct {
	ID      string `field:"id"`
	Name    string `field:"name"`
	Role    string `field:"role"`
	Email   string `field:"email"`
	Phone   string `field:"phone"`
	Instead string `field:"instead"`
}

// MenuEntry is one link of a menu.
type MenuEntry struct {
	Title string     `field:"title"`
	Page  schema.Ref `field:"page"`
}

// BasePath returns the path of the base URL without a slash at its end: "" for a site at the root of its host.
func (c *Config) BasePath() string {
	u, err := url.Parse(c.BaseURL)
	if err != nil {
		return ""
	}
	return strings.TrimRight(u.Path, "/")
}

// siteFile is the one file of content/ that is not a page.
const siteFile = "site.yaml"

func readConfig(data []byte) (*Config, problem.List) {
	at := problem.Place{File: root + siteFile, Line: 1, Column: 1}
	data = normalise(data)
	if found := unreadable(at, data); found != nil {
		return nil, found
	}
	n, found := parseYAML(string(data), at)
	if n == nil {
		return nil, found
	}
	found = append(found, schema.Check(siteFile, schema.Site, n)...)
	found = append(found, unfilled(n)...)
	c := new(Config)
	schema.Decode(n, c)
	if list := n.Get("contacts"); list != nil {
		found = append(found, c.checkContacts(list)...)
	}
	return c, found
}

// checkContacts looks at what the table of fields cannot say.
func (c *Config) checkContacts(list *schema.Node) problem.List {
	var found problem.List
	first := map[string]problem.Place{}
	for i := range list.Items {
		item, contact := &list.Items[i], c.Contacts[i]
		if before, twice := first[contact.ID]; twice && contact.ID != "" {
			found = append(found, problem.At(item.Place, "the contact %q stands twice", contact.ID).
				With("it is first written on line %d; give each its own id", before.Line))
		}
		first[contact.ID] = item.Place
		switch email := strings.TrimSpace(contact.Email); {
		case email == "" && item.Shape == schema.Map:
			found = append(found, problem.At(item.Place, "the contact %q has no e-mail address", contact.ID).
				With("pages print instead: %s", contact.Instead).AsWarning())
		case email != "" && (strings.Count(email, "@") != 1 || strings.ContainsAny(email, " <>,;")):
			found = append(found, problem.At(item.Get("email").Place, "%q is not an e-mail address", email).
				With("write one address, like office@example.org, or leave the field empty"))
		}
	}
	return found
}

// unfilled reports placeholders in site.yaml: they get their words from it, and are not filled in it.
func unfilled(n *schema.Node) problem.List {
	var found problem.List
	if strings.Contains(n.Text, "{{") {
		found = append(found, problem.At(n.Place, "a placeholder stands in %s", siteFile).
			With("placeholders take their words from this file, so write the words themselves here"))
	}
	for i := range n.Items {
		found = append(found, unfilled(&n.Items[i])...)
	}
	for i := range n.Keys {
		found = append(found, unfilled(&n.Keys[i].Value)...)
	}
	return found
}

// words are what placeholders stand for: in plain text, and as HTML.
type words struct {
	plain, html map[string]string
	names       map[string]bool
}

func (c *Config) words() words {
	plain := map[string]string{
		"trainee": c.Words.Trainee, "trainees": c.Words.Trainees, "adviser": c.Words.Adviser,
		"administrator": c.Words.Administrator, "unit": c.Unit, "unit_full": c.UnitFull,
		"organisation": c.Organisation, "service": c.Service,
	}
	w := words{plain: plain, html: map[string]string{}, names: map[string]bool{}}
	for name, text := range plain {
		w.html[name] = html.EscapeString(text)
	}
	for _, contact := range c.Contacts {
		name := "contact." + contact.ID
		plain[name], w.html[name] = contact.print()
	}
	for name := range plain {
		w.names[name] = true
	}
	return w
}

// print says how to reach the contact, in plain text and in HTML.
func (c Contact) print() (plain, marked string) {
	who := cmp.Or(c.Name, c.Role)
	if c.Name != "" && c.Role != "" {
		who = c.Name + ", " + c.Role
	}
	email, phone := strings.TrimSpace(c.Email), strings.TrimSpace(c.Phone)
	if email == "" && phone == "" {
		return c.Instead, html.EscapeString(c.Instead)
	}
	plain, marked = who+": ", html.EscapeString(who)+": "
	if email != "" {
		plain += email
		marked += `<a href="mailto:` + html.EscapeString(url.PathEscape(email)) + `">` + html.EscapeString(email) + `</a>`
	}
	if phone != "" {
		if email != "" {
			plain, marked = plain+", ", marked+", "
		}
		plain += phone
		marked += `<a href="tel:` + html.EscapeString(strings.ReplaceAll(phone, " ", "")) + `">` + html.EscapeString(phone) + `</a>`
	}
	return plain + ".", marked + "."
}

// fill replaces the placeholders in every text of a Node and reports unknown ones.
func (w words) fill(n *schema.Node) problem.List {
	var found problem.List
	switch n.Shape {
	case schema.Scalar:
		n.Text, found = w.replace(n.Text, n.Place)
	case schema.List:
		for i := range n.Items {
			found = append(found, w.fill(&n.Items[i])...)
		}
	case schema.Map:
		for i := range n.Keys {
			found = append(found, w.fill(&n.Keys[i].Value)...)
		}
	}
	return found
}

// replace fills the placeholders of a text, which stands at a place.
func (w words) replace(s string, at problem.Place) (string, problem.List) {
	if !strings.Contains(s, "{{") {
		return s, nil
	}
	var found problem.List
	var b strings.Builder
	for {
		before, rest, opened := strings.Cut(s, "{{")
		b.WriteString(before)
		if !opened {
			return b.String(), found
		}
		name, after, closed := strings.Cut(rest, "}}")
		if !closed {
			return b.String() + s[len(before):], append(found, unclosed(at))
		}
		name = strings.TrimSpace(name)
		text, known := w.plain[name]
		if !known {
			names := slices.Sorted(maps.Keys(w.plain))
			found = append(found, problem.At(at, "unknown placeholder {{%s}}", name).
				With("allowed: %s", problem.Quote(names)).Suggest(name, names))
		}
		b.WriteString(text)
		s = after
	}
}

func unclosed(at problem.Place) problem.Problem {
	return problem.At(at, "a placeholder is opened with {{ and never closed").With("write }} after its name, on the same line: {{trainee}}")
}
