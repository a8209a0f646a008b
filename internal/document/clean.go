package document

import (
	"bytes"
	"errors"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// dropped are elements that a book has no use for: what is clicked or drawn, and what the book itself prints.
var dropped = map[atom.Atom]bool{
	atom.Nav: true, atom.Footer: true, atom.Script: true, atom.Style: true, atom.Svg: true, atom.Noscript: true, atom.Template: true,
	atom.Button: true, atom.Select: true, atom.Input: true, atom.Textarea: true, atom.Form: true, atom.Progress: true, atom.H1: true,
}

// boxes are the classes of the design system that mean something in a book, and what they are called there.
var boxes = map[string]string{
	"nhsuk-inset-text": "inset", "nhsuk-card--warning": "warning", "nhsuk-card--feature": "box", "nhsuk-u-visually-hidden": "unseen",
	"nhsuk-lede-text": "summary", "nhsuk-table__cell--numeric": "number", "nhsuk-table__header--numeric": "number",
}

// read takes the article out of a printed page and makes it fit for the book.
func (b *Book) read(c *Chapter, printed []byte) (*html.Node, error) {
	doc, err := html.Parse(bytes.NewReader(printed))
	if err != nil {
		return nil, err
	}
	article := find(doc, atom.Article)
	if article == nil {
		return nil, errors.New("its layout prints no article")
	}
	body := &html.Node{Type: html.ElementNode, Data: "div", DataAtom: atom.Div}
	for n := article.FirstChild; n != nil; n = article.FirstChild {
		article.RemoveChild(n)
		body.AppendChild(n)
	}
	b.clean(c, body)
	return body, nil
}

func find(n *html.Node, a atom.Atom) *html.Node {
	for d := range n.Descendants() {
		if d.DataAtom == a {
			return d
		}
	}
	return nil
}

// clean goes through everything below n.
func (b *Book) clean(c *Chapter, n *html.Node) {
	for child, next := n.FirstChild, (*html.Node)(nil); child != nil; child = next {
		next = child.NextSibling
		switch {
		case child.Type == html.CommentNode, child.Type == html.ElementNode && (dropped[child.DataAtom] || unwanted(child)):
			n.RemoveChild(child)
		case child.Type == html.ElementNode:
			if child.DataAtom == atom.Img {
				n.InsertBefore(&html.Node{Type: html.TextNode, Data: "[" + attribute(child, "alt") + "]"}, child)
				n.RemoveChild(child)
				continue
			}
			b.element(c, child)
			b.clean(c, child)
		}
	}
}

// unwanted are parts that only work on the site: what scripts fill, and what waits to be shown.
func unwanted(n *html.Node) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool {
		return a.Key == "hidden" || a.Key == "role" && a.Val == "status" || a.Key == "class" && slices.ContainsFunc(strings.Fields(a.Val), forScreens)
	})
}

func forScreens(class string) bool {
	return class == "sp-noprint" || class == "sp-scripted" || class == "sp-shortlist"
}

// element leaves an element the attributes a book needs. What opens on a click is open.
func (b *Book) element(c *Chapter, n *html.Node) {
	switch n.DataAtom {
	case atom.Details, atom.Section:
		n.Data, n.DataAtom = "div", atom.Div
	case atom.Summary:
		n.Data, n.DataAtom = "p", atom.P
		n.Attr = []html.Attribute{{Key: "class", Val: "opener"}}
		return
	}
	var kept []html.Attribute
	for _, a := range n.Attr {
		switch a.Key {
		case "id":
			kept = append(kept, html.Attribute{Key: "id", Val: c.ID + "--" + a.Val})
		case "href":
			kept = append(kept, html.Attribute{Key: "href", Val: a.Val})
		case "class":
			if class := classes(a.Val); class != "" {
				kept = append(kept, html.Attribute{Key: "class", Val: class})
			}
		case "scope", "start", "colspan", "rowspan", "lang":
			kept = append(kept, a)
		}
	}
	n.Attr = kept
}

func classes(value string) string {
	var kept []string
	for _, class := range strings.Fields(value) {
		if name, ok := boxes[class]; ok {
			kept = append(kept, name)
		}
	}
	return strings.Join(kept, " ")
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// print prints a chapter's body. Headings go down by so many levels, and href gives each link its address.
func (b *Book) print(c *Chapter, down int, href func(to *Chapter, fragment, outside string) string) (string, error) {
	body := clone(c.Body)
	for n := range body.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		if len(n.Data) == 2 && n.Data[0] == 'h' && n.Data[1] >= '2' && n.Data[1] <= '6' {
			n.Data = "h" + string(min(n.Data[1]+byte(down), '6'))
			n.DataAtom = atom.Lookup([]byte(n.Data))
		}
		for i, a := range n.Attr {
			if a.Key == "href" {
				n.Attr[i].Val = href(b.link(c, a.Val))
			}
		}
	}
	var out strings.Builder
	for n := range body.ChildNodes() {
		if err := html.Render(&out, n); err != nil {
			return "", err
		}
	}
	return strings.TrimSpace(blank.ReplaceAllString(out.String(), "\n")), nil
}

func clone(n *html.Node) *html.Node {
	c := &html.Node{Type: n.Type, Data: n.Data, DataAtom: n.DataAtom, Attr: slices.Clone(n.Attr)}
	for child := range n.ChildNodes() {
		c.AppendChild(clone(child))
	}
	return c
}
