package markdown

import (
	"bytes"
	"html"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/renderer"
	ghtml "github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"
)

// Markup lists every element and class this package can print, for the style sheet to keep.
const Markup = `p h2 h3 h4 h5 h6 ul ol li a strong em code pre blockquote hr br img table thead tbody tr th td del details summary span div svg path
nhsuk-list nhsuk-list--bullet nhsuk-list--number nhsuk-list--tick nhsuk-list--cross nhsuk-table-container nhsuk-table nhsuk-table__head nhsuk-table__body
nhsuk-table__row nhsuk-table__header nhsuk-table__header--numeric nhsuk-table__cell nhsuk-table__cell--numeric nhsuk-inset-text nhsuk-u-visually-hidden
nhsuk-card nhsuk-card--warning nhsuk-card--feature nhsuk-card__content nhsuk-card__heading nhsuk-details nhsuk-details__summary nhsuk-details__summary-text
nhsuk-details__text nhsuk-icon nhsuk-icon--tick nhsuk-icon--cross nhsuk-action-link nhsuk-action-link__text nhsuk-icon--arrow-right-circle nhsuk-image__img`

// printer prints what goldmark's own HTML does not: classes of the design system, components, placeholders, links.
type printer struct{}

func (p printer) RegisterFuncs(reg renderer.NodeRendererFuncRegisterer) {
	reg.Register(ast.KindLink, p.link)
	reg.Register(ast.KindAutoLink, p.autoLink)
	reg.Register(ast.KindImage, p.image)
	reg.Register(ast.KindList, p.list)
	reg.Register(ast.KindListItem, p.listItem)
	reg.Register(ast.KindRawHTML, nothing)
	reg.Register(ast.KindHTMLBlock, nothing)
	reg.Register(east.KindTable, p.table)
	reg.Register(east.KindTableHeader, p.tableHeader)
	reg.Register(east.KindTableRow, p.tableRow)
	reg.Register(east.KindTableCell, p.tableCell)
	reg.Register(kindPlaceholder, p.placeholder)
	reg.Register(kindContainer, p.container)
	reg.Register(kindClaimed, nothing)
}

func nothing(util.BufWriter, []byte, ast.Node, bool) (ast.WalkStatus, error) {
	return ast.WalkSkipChildren, nil
}

// href makes a destination safe and fit for the page it stands on.
func href(w util.BufWriter, dest []byte) []byte {
	// An address on the site needs no look at its scheme, for which the library makes a copy of it four times.
	if !bytes.HasPrefix(dest, []byte("/")) && ghtml.IsDangerousURL(dest) {
		return []byte("#")
	}
	if target := w.(*out).Target; target != nil {
		dest = []byte(target(string(dest)))
	}
	return util.EscapeHTML(util.URLEscape(dest, true))
}

func (p printer) link(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	n := node.(*ast.Link)
	if !entering {
		_, _ = w.WriteString("</a>")
		return ast.WalkContinue, nil
	}
	_, _ = w.WriteString(`<a href="`)
	_, _ = w.Write(href(w, n.Destination))
	if n.Title != nil {
		_, _ = w.WriteString(`" title="`)
		_, _ = w.Write(util.EscapeHTML(n.Title))
	}
	_, _ = w.WriteString(`">`)
	return ast.WalkContinue, nil
}

func (p printer) autoLink(w util.BufWriter, source []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	n := node.(*ast.AutoLink)
	if !entering {
		return ast.WalkContinue, nil
	}
	url := n.URL(source)
	if n.AutoLinkType == ast.AutoLinkEmail && !bytes.HasPrefix(bytes.ToLower(url), []byte("mailto:")) {
		url = append([]byte("mailto:"), url...)
	}
	_, _ = w.WriteString(`<a href="`)
	_, _ = w.Write(href(w, url))
	_, _ = w.WriteString(`">`)
	_, _ = w.Write(util.EscapeHTML(n.Label(source)))
	_, _ = w.WriteString(`</a>`)
	return ast.WalkContinue, nil
}

func (p printer) image(w util.BufWriter, source []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	n := node.(*ast.Image)
	_, _ = w.WriteString(`<img class="nhsuk-image__img" loading="lazy" src="`)
	_, _ = w.Write(href(w, n.Destination))
	_, _ = w.WriteString(`" alt="`)
	_, _ = w.WriteString(html.EscapeString(w.(*out).fill(plainText(n, source))))
	_, _ = w.WriteString(`">`)
	return ast.WalkSkipChildren, nil
}

func (p printer) list(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	n := node.(*ast.List)
	if !entering {
		if n.IsOrdered() {
			_, _ = w.WriteString("</ol>\n")
		} else {
			_, _ = w.WriteString("</ul>\n")
		}
		return ast.WalkContinue, nil
	}
	switch c, inside := n.Parent().(*container); {
	case inside && c.name == "do":
		_, _ = w.WriteString(`<ul class="nhsuk-list nhsuk-list--tick" role="list">` + "\n")
	case inside && c.name == "dont":
		_, _ = w.WriteString(`<ul class="nhsuk-list nhsuk-list--cross" role="list">` + "\n")
	case n.IsOrdered():
		_, _ = w.WriteString(`<ol class="nhsuk-list nhsuk-list--number"`)
		if n.Start > 1 {
			_, _ = w.WriteString(` start="` + strconv.Itoa(n.Start) + `"`)
		}
		_, _ = w.WriteString(">\n")
	default:
		_, _ = w.WriteString(`<ul class="nhsuk-list nhsuk-list--bullet">` + "\n")
	}
	return ast.WalkContinue, nil
}

// listItem prints a tick or a cross in lists of dos and don'ts.
func (p printer) listItem(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		_, _ = w.WriteString("</li>\n")
		return ast.WalkContinue, nil
	}
	_, _ = w.WriteString("<li>")
	if c, inside := node.Parent().Parent().(*container); inside && c.name == "do" {
		_, _ = w.WriteString(tick)
	} else if inside && c.name == "dont" {
		_, _ = w.WriteString(cross)
	}
	return ast.WalkContinue, nil
}

func (p printer) placeholder(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if entering {
		_, _ = w.WriteString(w.(*out).Words[node.(*placeholder).name])
	}
	return ast.WalkContinue, nil
}

const (
	tick  = `<svg class="nhsuk-icon nhsuk-icon--tick" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="16" height="16" focusable="false" aria-hidden="true"><path d="M11.4 17.5a2 2 0 0 1-2.7.1h-.1L4 12.8a1.5 1.5 0 0 1 2.1-2L10 14.7l8.1-8.1a1.5 1.5 0 1 1 2.2 2l-8.9 9Z"/></svg>`
	cross = `<svg class="nhsuk-icon nhsuk-icon--cross" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="16" height="16" focusable="false" aria-hidden="true"><path d="M17 18.5c-.4 0-.8-.1-1.1-.4l-10-10c-.6-.6-.6-1.6 0-2.1.6-.6 1.5-.6 2.1 0l10 10c.6.6.6 1.5 0 2.1-.3.3-.6.4-1 .4z M7 18.5c-.4 0-.8-.1-1.1-.4-.6-.6-.6-1.5 0-2.1l10-10c.6-.6 1.5-.6 2.1 0 .6.6.6 1.5 0 2.1l-10 10c-.3.3-.6.4-1 .4z"/></svg>`
	arrow = `<svg class="nhsuk-icon nhsuk-icon--arrow-right-circle" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="16" height="16" focusable="false" aria-hidden="true"><path d="M12 2a10 10 0 0 0-10 9h11.7l-4-4a1 1 0 0 1 1.5-1.4l5.6 5.7a1 1 0 0 1 0 1.4l-5.6 5.7a1 1 0 0 1-1.5 0 1 1 0 0 1 0-1.4l4-4H2A10 10 0 1 0 12 2z"/></svg>`
)

func (p printer) container(w util.BufWriter, source []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	n := node.(*container)
	title, level := html.EscapeString(w.(*out).fill(n.title)), strconv.Itoa(n.level)
	open, end := "", "</div>\n"
	switch n.name {
	case "inset":
		open = `<div class="nhsuk-inset-text"><span class="nhsuk-u-visually-hidden">Information: </span>`
	case "callout":
		open = card("warning", level, `<span role="text"><span class="nhsuk-u-visually-hidden">Important: </span>`+title+`</span>`)
		end = "</div></div>\n"
	case "details":
		open = `<details class="nhsuk-details"><summary class="nhsuk-details__summary"><span class="nhsuk-details__summary-text">` + title + `</span></summary><div class="nhsuk-details__text">`
		end = "</div></details>\n"
	case "do", "dont":
		open = card("feature", level, title)
		end = "</div></div>\n"
	case "action":
		return p.action(w, source, n, entering)
	}
	if entering {
		_, _ = w.WriteString(open)
	} else {
		_, _ = w.WriteString(end)
	}
	return ast.WalkContinue, nil
}

// card opens a card with a heading; two divisions stay open.
func card(variant, level, heading string) string {
	return `<div class="nhsuk-card nhsuk-card--` + variant + `"><div class="nhsuk-card__content"><h` + level + ` class="nhsuk-card__heading">` + heading + `</h` + level + `>`
}

// action prints the one link inside as an action link.
func (p printer) action(w util.BufWriter, source []byte, n *container, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	_ = ast.Walk(n, func(c ast.Node, in bool) (ast.WalkStatus, error) {
		if l, ok := c.(*ast.Link); ok && in {
			_, _ = w.WriteString(`<p><a class="nhsuk-action-link" href="`)
			_, _ = w.Write(href(w, l.Destination))
			_, _ = w.WriteString(`">` + arrow + `<span class="nhsuk-action-link__text">` + html.EscapeString(w.(*out).fill(plainText(l, source))) + "</span></a></p>\n")
		}
		return ast.WalkContinue, nil
	})
	return ast.WalkSkipChildren, nil
}

// fill replaces placeholders in plain words.
func (o *out) fill(words string) string {
	for name, value := range o.Words {
		words = strings.ReplaceAll(words, "{{"+name+"}}", html.UnescapeString(value))
	}
	return words
}

// unescape turns Markdown's backslashes and entities into the signs they stand for.
func unescape(b []byte) []byte {
	return util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(b)))
}
