package markdown

import (
	"html"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"
)

// table wraps the table so that a wide one scrolls by itself on a phone; the region takes the keyboard's focus.
func (p printer) table(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if entering {
		label, _ := node.AttributeString("label")
		_, _ = w.WriteString(`<div class="nhsuk-table-container" role="region" aria-label="` + html.EscapeString(w.(*out).fill(string(label.([]byte)))) + `" tabindex="0"><table class="nhsuk-table">` + "\n")
	} else {
		_, _ = w.WriteString("</table></div>\n")
	}
	return ast.WalkContinue, nil
}

func (p printer) tableHeader(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if entering {
		_, _ = w.WriteString(`<thead class="nhsuk-table__head">` + "\n<tr>\n")
		return ast.WalkContinue, nil
	}
	_, _ = w.WriteString("</tr>\n</thead>\n")
	if node.NextSibling() != nil {
		_, _ = w.WriteString("<tbody>\n")
	}
	return ast.WalkContinue, nil
}

func (p printer) tableRow(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if entering {
		_, _ = w.WriteString(`<tr class="nhsuk-table__row">` + "\n")
		return ast.WalkContinue, nil
	}
	_, _ = w.WriteString("</tr>\n")
	if node.NextSibling() == nil {
		_, _ = w.WriteString("</tbody>\n")
	}
	return ast.WalkContinue, nil
}

// tableCell prints a cell; right-aligned columns are columns of numbers.
func (p printer) tableCell(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	head := node.Parent().Kind() == east.KindTableHeader
	switch numeric := node.(*east.TableCell).Alignment == east.AlignRight; {
	case !entering && head:
		_, _ = w.WriteString("</th>\n")
	case !entering:
		_, _ = w.WriteString("</td>\n")
	case head && numeric:
		_, _ = w.WriteString(`<th class="nhsuk-table__header nhsuk-table__header--numeric" scope="col">`)
	case head:
		_, _ = w.WriteString(`<th class="nhsuk-table__header" scope="col">`)
	case numeric:
		_, _ = w.WriteString(`<td class="nhsuk-table__cell nhsuk-table__cell--numeric">`)
	default:
		_, _ = w.WriteString(`<td class="nhsuk-table__cell">`)
	}
	return ast.WalkContinue, nil
}
