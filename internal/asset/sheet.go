package asset

import (
	"strings"

	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/css"
)

// token is one token of a style sheet, with its text as written.
type token struct {
	kind css.TokenType
	text string
}

// item is one thing in a style sheet or block: a rule or at-rule with a block, a declaration, or a statement such as
// "@layer a, b". Its words stay as written; only selectors are ever taken out of a head.
type item struct {
	name  string  // "@media", or "" for a style rule; of a declaration its property
	head  []token // what stands before the block, or the whole declaration or statement
	block bool
	body  []*item
}

// parseSheet reads a style sheet into items. It never fails: what it does not understand is kept as it stands.
func parseSheet(text string) []*item {
	r := &sheetReader{tokens: tokenize(text)}
	var items []*item
	for r.at < len(r.tokens) {
		items = append(items, r.items()...)
		r.at++ // a stray closing brace
	}
	return items
}

func tokenize(text string) []token {
	tokens := make([]token, 0, len(text)/3)
	lexer, at := css.NewLexer(parse.NewInputString(text)), 0
	for {
		kind, data := lexer.Next()
		if kind == css.ErrorToken {
			return tokens
		}
		tokens = append(tokens, token{kind, text[at : at+len(data)]})
		at += len(data)
	}
}

type sheetReader struct {
	tokens []token
	at     int
}

// items reads up to the closing brace of the block, or to the end.
func (r *sheetReader) items() []*item {
	var items []*item
	for r.at < len(r.tokens) {
		switch t := r.tokens[r.at]; {
		case t.kind == css.RightBraceToken:
			return items
		case t.kind == css.WhitespaceToken, t.kind == css.SemicolonToken, t.kind == css.CDOToken,
			t.kind == css.CDCToken, t.kind == css.CommentToken && !strings.HasPrefix(t.text, "/*!"):
			r.at++
		case t.kind == css.CommentToken: // a licence
			items = append(items, &item{name: "/*!", head: r.tokens[r.at : r.at+1]})
			r.at++
		default:
			items = append(items, r.item())
		}
	}
	return items
}

func (r *sheetReader) item() *item {
	start := r.at
	first := r.tokens[start]
	r.skipHead(first.kind == css.CustomPropertyNameToken)
	it := &item{name: strings.ToLower(first.text), head: r.tokens[start:r.at]}
	if first.kind == css.CustomPropertyNameToken {
		it.name = first.text
	}
	if r.at < len(r.tokens) && r.tokens[r.at].kind == css.LeftBraceToken {
		if first.kind != css.AtKeywordToken {
			it.name = ""
		}
		r.at++
		it.block, it.body = true, r.items()
		r.at++
	}
	return it
}

// skipHead goes to the semicolon or brace that ends a head. Brackets shield both; the value of a custom property may
// hold braces of its own.
func (r *sheetReader) skipHead(custom bool) {
	for depth := 0; r.at < len(r.tokens); r.at++ {
		kind := r.tokens[r.at].kind
		if depth == 0 && (kind == css.SemicolonToken || kind == css.RightBraceToken || kind == css.LeftBraceToken && !custom) {
			return
		}
		depth = max(0, depth+nesting(kind))
	}
}

// nesting says whether a token opens (1) or closes (-1) a bracket.
func nesting(kind css.TokenType) int {
	switch kind {
	case css.LeftParenthesisToken, css.LeftBracketToken, css.LeftBraceToken, css.FunctionToken:
		return 1
	case css.RightParenthesisToken, css.RightBracketToken, css.RightBraceToken:
		return -1
	}
	return 0
}

func printSheet(items []*item) string {
	var b strings.Builder
	for _, it := range items {
		it.print(&b, "")
	}
	return b.String()
}

func (it *item) print(b *strings.Builder, indent string) {
	b.WriteString(indent + headText(it.head))
	switch {
	case it.block:
		b.WriteString(" {\n")
		for _, each := range it.body {
			each.print(b, indent+"  ")
		}
		b.WriteString(indent + "}\n")
	case it.name == "/*!":
		b.WriteString("\n")
	default:
		b.WriteString(";\n")
	}
}

func headText(tokens []token) string {
	var b strings.Builder
	for _, t := range tokens {
		b.WriteString(t.text)
	}
	return strings.TrimSpace(b.String())
}
