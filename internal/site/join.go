package site

import (
	"cmp"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"signpost/internal/content"
	"signpost/internal/problem"
	"signpost/internal/schema"
	"signpost/internal/worksheet"
)

// AccessKeysPage describes the access keys; it is published only while they are switched on.
const AccessKeysPage = "about/access-keys"

// joiner holds what one Join needs while it runs.
type joiner struct {
	site    *Site
	options Options
	found   problem.List
	held    map[string]string // paths of pages that are not published, and why
}

func (j *joiner) say(p problem.Problem) { j.found = append(j.found, p) }

// place gives every page to be published its address, and reports two files with one address.
func (j *joiner) place(pages []*content.Page) {
	for _, c := range pages {
		if why := j.heldBack(c); why != "" {
			j.held[c.Path] = c.File + " " + why
			continue
		}
		if other := j.site.byPath[c.Path]; other != nil {
			j.say(problem.At(c.Start, "the address %s is taken", content.Address(c.Path)).
				With("%s has it already; rename one of the two files", other.File))
			continue
		}
		p := &Page{Page: c, Address: j.site.BasePath + content.Address(c.Path)}
		if months := cmp.Or(c.ReviewEvery, j.site.Config.ReviewEvery); !c.Reviewed.IsZero() {
			p.Due = c.Reviewed.AddDate(0, months, 0)
			p.Stale = j.options.Now.After(p.Due)
		}
		j.site.byPath[c.Path] = p
		j.site.Pages = append(j.site.Pages, p)
	}
	slices.SortFunc(j.site.Pages, func(a, b *Page) int { return cmp.Compare(a.Path, b.Path) })
	for i, p := range j.site.Pages {
		p.Number = i
	}
	j.site.Home = j.site.byPath["index"]
	if j.site.Home == nil {
		j.say(problem.At(problem.Place{File: "content/index.md"}, "the home page is missing").
			With("write content/index.md; its kind is \"home\""))
	}
}

// heldBack says why a page is not published, "" if it is.
func (j *joiner) heldBack(c *content.Page) string {
	switch {
	case c.Draft && !j.options.Drafts:
		return "is a draft"
	case !c.Publish.IsZero() && j.options.Now.Before(c.Publish) && !j.options.Future:
		return "is published from " + c.Publish.Format(schema.DateFormat)
	case !c.Expires.IsZero() && !j.options.Now.Before(c.Expires):
		return "expired on " + c.Expires.Format(schema.DateFormat)
	case c.Path == AccessKeysPage && !j.site.Config.AccessKeys:
		return "is shown only when access_keys is true in site.yaml"
	}
	return ""
}

// arrange finds parents, breadcrumbs, children and neighbours.
func (j *joiner) arrange() {
	for _, p := range j.site.Pages {
		if p == j.site.Home {
			continue
		}
		for dir := path.Dir(p.Path); dir != "."; dir = path.Dir(dir) {
			if parent := j.site.byPath[dir]; parent != nil {
				p.Trail = append([]*Page{parent}, p.Trail...)
			}
		}
		if j.site.Home != nil {
			p.Trail = append([]*Page{j.site.Home}, p.Trail...)
		}
		if parent := j.site.byPath[path.Dir(p.Path)]; parent != nil {
			parent.Children = append(parent.Children, p)
		}
		if own, ok := p.Own.(*content.Specialty); ok {
			j.groupOf(p, own)
		}
	}
	for _, p := range j.site.Pages {
		slices.SortFunc(p.Children, byOrder)
		if p.Path == "stages" || p.Path == "framework" {
			for i, c := range p.Children[:max(len(p.Children)-1, 0)] {
				c.Next, p.Children[i+1].Previous = p.Children[i+1], c
			}
		}
	}
}

// groupsFolder is where the pages of groups stand; a specialty names its group by the file's name.
const groupsFolder = "groups/"

func (j *joiner) groupOf(p *Page, own *content.Specialty) {
	if own.Group.Text == "" {
		return
	}
	group := j.site.byPath[groupsFolder+own.Group.Text]
	if group == nil && schema.Slugify(own.Group.Text) != own.Group.Text {
		return // the check of the field has said so
	}
	if group == nil {
		var names []string
		for _, g := range j.site.Pages {
			if g.Kind.Name == "group" {
				names = append(names, strings.TrimPrefix(g.Path, groupsFolder))
			}
		}
		j.say(problem.At(own.Group.Node.Place, "there is no group %q", own.Group.Text).
			With("allowed: %s", problem.Quote(names)).With("a new group needs a page content/groups/%s.md", own.Group.Text).
			Suggest(own.Group.Text, names))
		return
	}
	p.Group = group
	group.Children = append(group.Children, p)
}

// find returns the page a reference names, or reports that there is none.
func (j *joiner) find(ref schema.Ref) *Page {
	if p := j.site.byPath[ref.Text]; p != nil || ref.Text == "" || ref.Node == nil {
		return p
	}
	if !schema.IsPage(ref.Text) {
		return nil // the check of the field has said so
	}
	j.missing(ref.Node.Place, ref.Text, fmt.Sprintf("there is no page %q", ref.Text), fmt.Sprintf("the page %q is not published", ref.Text),
		func(path string) string { return path })
	return nil
}

// missing reports a page that is named but not there, in the words of the one message, or not published, in those of
// the other. written is how the author would name a page.
func (j *joiner) missing(at problem.Place, path, none, unpublished string, written func(path string) string) {
	if why, held := j.held[path]; held {
		j.say(problem.At(at, "%s", unpublished).With("%s, so readers cannot reach it", why).With("publish that page, or take the link out"))
		return
	}
	p := problem.At(at, "%s", none).With("correct the words, or write the page content/%s.md", path)
	if near := problem.Nearest(path, slices.Sorted(maps.Keys(j.site.byPath))); near != "" {
		p.Suggestion = written(near)
	}
	j.say(p)
}

// relate resolves every page that a page's front matter names.
func (j *joiner) relate(p *Page) {
	for _, r := range p.Page.Related {
		if to := j.find(r.Page); to != nil {
			p.Related = append(p.Related, Reason{to, r.Why})
		}
	}
	switch own := p.Own.(type) {
	case *content.Home:
		for _, start := range own.Starts {
			if to := j.find(start.Page); to != nil {
				p.Starts = append(p.Starts, Start{start, to})
			}
		}
	case *content.Career:
		for _, ref := range own.Skills {
			if to := j.find(ref); to != nil {
				p.Skills = append(p.Skills, to)
				to.NamedBy = append(to.NamedBy, Reason{Page: p, Why: p.Summary})
			}
		}
	case *content.Skill:
		for _, r := range own.Specialties {
			if to := j.find(r.Page); to != nil {
				p.Uses = append(p.Uses, Reason{to, r.Why})
				to.NamedBy = append(to.NamedBy, Reason{p, r.Why})
			}
		}
	}
}

// sortNames puts pages that name another in the order of titles.
func (j *joiner) sortNames() {
	for _, p := range j.site.Pages {
		slices.SortStableFunc(p.NamedBy, func(a, b Reason) int { return byOrder(a.Page, b.Page) })
	}
}

// listKinds are the lists that a worksheet's question may take its items from, and the kinds of their pages.
var listKinds = map[string]string{"framework": "factor", "skills": "skill", "specialties": "specialty"}

// fillForms gives worksheets the items they take from pages, and pages the places where a worksheet asks about them.
func (j *joiner) fillForms() {
	lists := map[string][]worksheet.Item{}
	for name, kind := range listKinds {
		for _, p := range j.site.OfKind(kind) {
			item := worksheet.Item{ID: path.Base(p.Path), Text: p.Title}
			if own, ok := p.Own.(*content.Factor); ok {
				item.Prompts = own.Prompts
			}
			lists[name] = append(lists[name], item)
		}
	}
	var forms []*worksheet.Form
	for _, p := range j.site.Pages {
		if p.Page.Form == nil {
			continue
		}
		form, found := p.Page.Form.Fill(lists)
		j.found = append(j.found, found...)
		p.Form = form
		forms = append(forms, form)
		j.askedIn(p)
	}
	j.found = append(j.found, worksheet.CheckCarry(forms)...)
}

// askedIn tells the pages of a list which section of a worksheet asks about them.
func (j *joiner) askedIn(form *Page) {
	for _, section := range form.Page.Form.Sections {
		told := map[string]bool{}
		for _, q := range section.Questions() {
			if q.From == "" || told[q.From] {
				continue
			}
			told[q.From] = true
			for _, p := range j.site.OfKind(listKinds[q.From]) {
				p.Asked = append(p.Asked, Asked{form, section.ID, section.Title})
			}
		}
	}
}

func (j *joiner) menus() {
	resolve := func(entries []content.MenuEntry) (menu []Menu) {
		for _, e := range entries {
			if p := j.find(e.Page); p != nil {
				menu = append(menu, Menu{e.Title, p})
			}
		}
		return menu
	}
	j.site.Navigation = resolve(j.site.Config.Navigation)
	j.site.Footer = resolve(j.site.Config.Footer)
}

// aliases turns old addresses into redirects, and reports those that are taken.
func (j *joiner) aliases() {
	taken := map[string]*Page{}
	for _, p := range j.site.Pages {
		for _, a := range p.Aliases {
			old := cmp.Or(strings.Trim(a.Text, "/"), "index")
			from := content.Address(old)
			if other := cmp.Or(j.site.byPath[old], taken[from]); other != nil {
				j.say(problem.At(a.Node.Place, "the old address %s is taken", from).
					With("%s has it; take the line out, or rename one of the two", other.File))
				continue
			}
			taken[from] = p
			j.site.Redirects = append(j.site.Redirects, Redirect{from, p})
		}
	}
	slices.SortFunc(j.site.Redirects, func(a, b Redirect) int { return cmp.Compare(a.From, b.From) })
}

// asked gives pages the words that people type who look for them.
func (j *joiner) asked(synonyms content.Synonyms) {
	j.site.Asked = map[*Page][]string{}
	for _, a := range synonyms.Asked {
		if p := j.find(a.Page); p != nil {
			j.site.Asked[p] = append(j.site.Asked[p], a.Words...)
		}
	}
}
