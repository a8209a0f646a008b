package content

import (
	"bytes"
	"path"
	"slices"
	"strings"
	"sync"

	"signpost/internal/cache"
	"signpost/internal/markdown"
	"signpost/internal/problem"
	"signpost/internal/schema"
	"signpost/internal/worksheet"
)

// questionFence is the info string of a fenced block that holds a question.
const questionFence = "question"

// pageParser turns the bytes of one file into a Page; it knows what all pages share.
type pageParser struct {
	words  words
	base   string
	prose  bool
	keep   bool // note what a page is made of, for Keep
	bodies *bodies
}

var printed = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// parse splits, checks and decodes one file. A Page comes back whenever there is enough of one for others to link to,
// so that one mistake does not bring a train of broken links with it.
func (p pageParser) parse(name string, data []byte) (*Page, problem.List) {
	page := p.begin(name)
	file := page.File
	page.Sum = cache.SumOf(data)
	parts, found := cut(file, normalise(data))
	if found != nil {
		page.Unread = true
		return page, found
	}
	start := problem.Place{File: file, Line: parts.frontLine, Column: 1}
	block := string(parts.front)
	front := plainBlock(block, start)
	if front == nil {
		front, found = parseBlock(block, start)
	}
	if front != nil {
		page.Start = front.Place
		found = append(found, p.decode(page, front)...)
	}
	options := markdown.Options{File: file, Line: parts.bodyLine, Claim: questionFence, Words: p.words.names, Prose: p.prose}
	print := markdown.Print{Target: page.target(p.base), Words: p.words.html}
	b := printed.Get().(*bytes.Buffer)
	defer printed.Put(b)
	b.Reset()
	var doc *markdown.Doc
	if page.Kind.Name != "worksheet" {
		doc = markdown.Plain(b, parts.body, options, print)
	}
	plain := doc != nil
	if !plain {
		doc = markdown.Parse(parts.body, options)
	}
	found = append(found, doc.Problems...)
	page.setHeadings(doc.Headings, p.words)
	page.SetLinks(doc.Links)
	page.Passages = doc.Passages
	page.Card = cardOf(parts.front, page.headings)
	found = append(found, checkBody(page, doc, parts)...)
	if page.Kind.Name == "worksheet" {
		return page, append(found, p.questions(page, doc, print)...)
	}
	for _, f := range doc.Fences {
		found = append(found, problem.At(f.Place, "a question outside a worksheet").
			With("questions belong on pages in content/worksheets/"))
	}
	if !plain {
		b.Reset()
		if err := doc.Render(b, print); err != nil {
			found = append(found, problem.At(page.Start, "the text cannot be printed: %v", err))
		}
	}
	page.body = p.bodies.keep(b.Bytes())
	if p.keep && front != nil && len(found) == 0 {
		page.note(front)
	}
	return page, found
}

// begin makes a page of its file's name.
func (p pageParser) begin(name string) *Page {
	file := root + name
	return &Page{File: file, Path: pathOf(name), Kind: schema.KindOf(name), Start: problem.Place{File: file, Line: 1, Column: 1}}
}

// cardOf is the checksum of what other pages may show of a page, or link to.
func cardOf(front []byte, headings string) cache.Sum {
	w := notes.Get().(*cache.Writer)
	defer notes.Put(w)
	w.Data = w.Data[:0]
	w.Int(int64(len(front)))
	w.Data = append(append(w.Data, front...), headings...)
	return cache.SumOf(w.Data)
}

// pathOf turns a file name below content/ into a page's path.
func pathOf(name string) string {
	p := strings.TrimSuffix(name, ".md")
	if p == "index" {
		return p
	}
	return strings.TrimSuffix(p, "/index")
}

// decode checks the front matter and fills the Page from it.
func (p pageParser) decode(page *Page, front *schema.Node) problem.List {
	owner := "kind \"" + page.Kind.Name + "\""
	found := schema.Check(owner, page.Kind.AllFields(), front)
	found = append(found, p.words.fill(front)...)
	page.fill(front)
	if page.Kind.Facts && front.Shape == schema.Map && front.Get("reviewed") == nil {
		found = append(found, problem.At(front.Place, "field \"reviewed\" is missing in %s", owner).
			With("a page that states facts says when somebody last checked them").With("add a line: reviewed: 2026-11-23"))
	}
	if m := page.Meta; !m.Publish.IsZero() && !m.Expires.IsZero() && !m.Expires.After(m.Publish) {
		found = append(found, problem.At(front.Get("expires").Place, "the page expires before it is published").
			With("expires must be a later day than publish"))
	}
	return found
}

// fill takes over what the front matter says.
func (p *Page) fill(front *schema.Node) {
	schema.Decode(front, &p.Meta)
	if p.Own = own(p.Kind.Name); p.Own != nil {
		schema.Decode(front, p.Own)
	}
}

// checkBody holds a body against what its kind demands.
func checkBody(page *Page, doc *markdown.Doc, parts split) problem.List {
	found := openPlaceholders(page.File, parts, doc.Fences)
	if len(page.Kind.Sections) == 0 {
		return found
	}
	have := map[string]bool{}
	for _, h := range doc.Headings {
		if h.Level == 2 {
			have[h.Text] = true
		}
	}
	for _, want := range page.Kind.Sections {
		if !have[want] {
			found = append(found, problem.At(problem.Place{File: page.File, Line: parts.bodyLine, Column: 1}, "the heading %q is missing in kind %q", want, page.Kind.Name).
				With("every page of this kind has it; add a line: ## %s", want))
		}
	}
	return found
}

// openPlaceholders finds {{ without }} on the same line, which would be printed as it stands. Questions find theirs
// themselves.
func openPlaceholders(file string, parts split, questions []markdown.Fence) problem.List {
	if !bytes.Contains(parts.body, []byte("{{")) {
		return nil
	}
	var found problem.List
	for i, line := range strings.Split(string(parts.body), "\n") {
		at := parts.bodyLine + i
		if slices.ContainsFunc(questions, func(f markdown.Fence) bool {
			return at >= f.Place.Line && at < f.Place.Line+strings.Count(f.Text, "\n")
		}) {
			continue
		}
		if open := strings.LastIndex(line, "{{"); open >= 0 && !strings.Contains(line[open:], "}}") {
			found = append(found, unclosed(problem.Place{File: file, Line: at, Column: open + 1, Length: 2}))
		}
	}
	return found
}

// questions parses the question blocks of a worksheet and puts them between the guidance.
func (p pageParser) questions(page *Page, doc *markdown.Doc, print markdown.Print) problem.List {
	var found problem.List
	questions := make([]*worksheet.Question, len(doc.Fences))
	for i, f := range doc.Fences {
		n, bad := parseBlock(f.Text, f.Place)
		found = append(found, bad...)
		if n == nil {
			questions[i] = &worksheet.Question{Place: f.Place} // so that the form still counts it
			continue
		}
		found = append(found, p.words.fill(n)...)
		questions[i], bad = worksheet.Parse(n)
		found = append(found, bad...)
	}
	parts, err := doc.Parts(print)
	if err != nil {
		return append(found, problem.At(page.Start, "the text cannot be printed: %v", err))
	}
	form := &worksheet.Form{ID: path.Base(page.Path), Title: page.Title, Place: page.Start, Sections: []worksheet.Section{{}}}
	if own, ok := page.Own.(*Worksheet); ok {
		form.Revision = own.Revision
	}
	for _, part := range parts {
		last := &form.Sections[len(form.Sections)-1]
		switch {
		case part.Heading != nil:
			form.Sections = append(form.Sections, worksheet.Section{ID: part.Heading.ID, Title: part.Heading.Text})
		case part.Fence < 0:
			last.Parts = append(last.Parts, worksheet.Part{HTML: part.HTML})
		case questions[part.Fence] != nil:
			last.Parts = append(last.Parts, worksheet.Part{Question: questions[part.Fence]})
		}
	}
	page.Form = form
	return append(found, form.Check()...)
}
