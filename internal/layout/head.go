package layout

import "signpost/internal/site"

// SearchBox says whether the header of this page has a search box: not that of a worksheet, where only the menu's link
// leads away from the answers, and not that of the search page, which has a box of its own.
func (v *View) SearchBox() bool {
	results := v.Site.Page("search")
	return results != nil && documentOf(results) == "search" && documentOf(v.Page) != "search" && v.Page.Kind.Name != "worksheet"
}

// Policy returns the Content-Security-Policy that the page must carry in itself, "" where the host sends it.
func (v *View) Policy() string {
	if v.Page.Path == site.NotFound {
		return v.printer.Policy
	}
	return ""
}

// Book is where the site's pages stand as one book.
type Book struct{ Page, EPUB string }

// Book returns the addresses of the book on the page that offers it, nil on all others.
func (v *View) Book() *Book {
	if v.Page.Path != bookPage {
		return nil
	}
	at := v.Site.BasePath + "/document/careers-exploration-document"
	return &Book{Page: at + ".html", EPUB: at + ".epub"}
}

// bookPage is the path of the page that offers the book (internal/document makes it).
const bookPage = "support/careers-exploration-document"
