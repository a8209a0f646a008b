// Package document makes one book of the site's pages, the Careers Exploration Document: as one page of HTML and as
// EPUB 3. What stands in it is what the pages say; nothing is written twice.
package document

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"time"

	"golang.org/x/net/html"

	"signpost/internal/site"
)

// Page is the path of the page that offers the book; a site without it has no book.
const Page = "support/careers-exploration-document"

// Folder and the names of the files, below the output folder.
const (
	Folder = "document/"
	HTML   = Folder + "careers-exploration-document.html"
	EPUB   = Folder + "careers-exploration-document.epub"
	Style  = Folder + "book.css"
)

// Title is the book's name.
const Title = "Careers Exploration Document"

// Chapter is one page of the site in the book.
type Chapter struct {
	Page *site.Page
	ID   string     // of the chapter, and the beginning of all ids in it
	Body *html.Node // a div with what the page says below its title
}

// Part is a run of chapters with a title of its own. Its first chapter is the page that gives the title.
type Part struct{ Chapters []*Chapter }

// Book is the document, ready to be printed.
type Book struct {
	Site   *site.Site
	Parts  []Part
	Day    time.Time
	byPath map[string]*Chapter
}

// parts are the folders that go into the book, in the order of the work: who helps, oneself, the possibilities, and what
// to do when it is more than that. Specialties stand below their groups.
var parts = []string{"support", "stages", "framework", "skills", "groups", "beyond", "staying", "help"}

// Pages returns the pages of the book, part by part. It is empty where the site offers no book.
func Pages(s *site.Site) [][]*site.Page {
	if s.Page(Page) == nil {
		return nil
	}
	var all [][]*site.Page
	for _, folder := range parts {
		first := s.Page(folder)
		if first == nil {
			continue
		}
		pages := []*site.Page{first}
		for _, p := range first.Children {
			if p.Path == Page || p.Kind.Name == "section" {
				continue
			}
			pages = append(pages, p)
			if p.Kind.Name == "group" {
				pages = append(pages, p.Children...)
			}
		}
		all = append(all, pages)
	}
	return all
}

// Make makes the book. printed gives a page as it is published. Its day is that of the newest review in it, so that the
// same pages give the same book on any day.
func Make(s *site.Site, printed func(*site.Page) ([]byte, error)) (*Book, error) {
	b := &Book{Site: s, byPath: map[string]*Chapter{}}
	for _, pages := range Pages(s) {
		var part Part
		for _, p := range pages {
			c := &Chapter{Page: p, ID: strings.ReplaceAll(p.Path, "/", "-")}
			part.Chapters = append(part.Chapters, c)
			b.byPath[p.Path] = c
		}
		b.Parts = append(b.Parts, part)
	}
	for _, c := range b.Chapters() {
		data, err := printed(c.Page)
		if err != nil {
			return nil, err
		}
		if c.Page.Reviewed.After(b.Day) {
			b.Day = c.Page.Reviewed
		}
		if c.Body, err = b.read(c, data); err != nil {
			return nil, fmt.Errorf("put %s into the book: %w", c.Page.File, err)
		}
	}
	return b, nil
}

// Chapters returns the chapters of all parts.
func (b *Book) Chapters() []*Chapter {
	var all []*Chapter
	for _, part := range b.Parts {
		all = append(all, part.Chapters...)
	}
	return all
}

// date is the day in words.
func (b *Book) date() string { return b.Day.Format("2 January 2006") }

// note stands before the first chapter.
func (b *Book) note() []string {
	notes := []string{
		fmt.Sprintf("These are the pages of %s as one book, as of %s, from the %s. It is not the older PDF of the same name, and nothing in it was copied from that.", b.Site.Config.Service, b.date(), b.Site.Config.UnitFull),
		"Routes, exams and rules change. Each chapter says when it was last reviewed; the site itself may be newer: " + b.Site.Absolute(b.Site.Home.Address),
	}
	if slices.ContainsFunc(b.Chapters(), func(c *Chapter) bool { return c.Page.Kind.Name == "specialty" }) {
		notes = append(notes, b.Site.Config.DraftNotice)
	}
	return notes
}

// link says where a link of a chapter leads: to a chapter and a place in it, or to an address outside the book.
func (b *Book) link(from *Chapter, href string) (to *Chapter, fragment, outside string) {
	address, fragment, _ := strings.Cut(href, "#")
	if address == "" {
		return from, fragment, ""
	}
	if !strings.HasPrefix(address, "/") || strings.HasPrefix(address, "//") {
		return nil, "", href
	}
	below := strings.Trim(strings.TrimPrefix(address, b.Site.BasePath), "/")
	if to := b.byPath[below]; to != nil && path.Ext(below) == "" {
		return to, fragment, ""
	}
	return nil, "", b.Site.Absolute(href)
}

// reviewed says when a chapter was checked, "" where it states no facts.
func reviewed(p *site.Page) string {
	if p.Reviewed.IsZero() {
		return ""
	}
	return "Last reviewed: " + p.Reviewed.Format("2 January 2006")
}
