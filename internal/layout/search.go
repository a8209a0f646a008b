package layout

// searchPage is the path of the page that shows all results; without it nobody can search.
const searchPage = "search"

// SearchBox says whether the header of this page has a search box: not that of a worksheet, where only the menu's link
// leads away from the answers, and not that of the search page, which has a box of its own.
func (v *View) SearchBox() bool {
	return v.Site.Page(searchPage) != nil && v.Page.Kind.Name != "worksheet" && documentOf(v.Page) != "search"
}
