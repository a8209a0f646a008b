package markdown

import (
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"signpost/internal/problem"
	"signpost/internal/schema"
)

// walker is the one walk over a parsed body.
type walker struct {
	doc     *Doc
	options Options
	ids     map[string]int // of headings: how often the id was wanted
	lines   []int          // where each line of the body starts
	level   int            // of the last heading
}

// place turns an offset in the body into a place in the file.
func (w *walker) place(offset, length int) problem.Place {
	offset = max(0, min(offset, len(w.doc.source)))
	line, exact := slices.BinarySearch(w.lines, offset)
	if !exact {
		line--
	}
	return problem.Place{File: w.options.File, Length: length, Line: w.options.Line + line, Column: offset - w.lines[line] + 1}
}

// lineStarts returns the offset of each line's first byte.
func lineStarts(source []byte) []int {
	starts := make([]int, 1, 64)
	for i, b := range source {
		if b == '\n' {
			starts = append(starts, i+1)
		}
	}
	return starts
}

func (w *walker) say(p problem.Problem) { w.doc.Problems = append(w.doc.Problems, p) }

func (w *walker) walk() {
	w.level = 1
	var claims []ast.Node
	_ = ast.Walk(w.doc.root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Heading:
			w.heading(n)
		case *ast.Link:
			w.link(n.Pos(), string(n.Destination), false)
			if strings.TrimSpace(plainText(n, w.doc.source)) == "" && n.FirstChild() == nil {
				w.say(problem.At(w.place(n.Pos(), 1), "a link has no words").With("write what the reader finds there: [the words](%s)", n.Destination))
			}
		case *ast.AutoLink:
			w.link(n.Pos(), string(n.URL(w.doc.source)), false)
		case *ast.Image:
			w.link(n.Pos(), string(n.Destination), true)
			if strings.TrimSpace(plainText(n, w.doc.source)) == "" {
				w.say(problem.At(w.place(n.Pos(), 2), "the picture %q has no description", n.Destination).
					With("people who cannot see it hear the words between the brackets: ![what it shows](%s)", n.Destination))
			}
		case *ast.RawHTML:
			w.rawHTML(n.Segments.At(0).Start, string(n.Segments.Value(w.doc.source)))
		case *ast.HTMLBlock:
			w.rawHTML(n.Lines().At(0).Start, string(n.Lines().Value(w.doc.source)))
		case *ast.FencedCodeBlock:
			if info := string(n.Language(w.doc.source)); w.options.Claim != "" && info == w.options.Claim {
				w.fence(n, info)
				claims = append(claims, n)
			}
		case *ast.Paragraph, *ast.TextBlock:
			if w.options.Prose {
				w.doc.Passages = append(w.doc.Passages, Passage{plainText(n, w.doc.source), w.place(n.Pos(), 0)})
			}
		case *placeholder:
			w.placeholder(n)
		case *container:
			w.container(n)
		case *east.Table:
			w.table(n)
		}
		return ast.WalkContinue, nil
	})
	for _, n := range claims {
		n.Parent().ReplaceChild(n.Parent(), n, &claimed{})
	}
}

func (w *walker) heading(n *ast.Heading) {
	words := plainText(n, w.doc.source)
	at := w.place(n.Pos(), n.Level)
	switch {
	case n.Level == 1:
		w.say(problem.At(at, "a heading of level 1 inside a page").
			With("the title of the page is already its level 1; start this line with ## instead of #"))
	case n.Level > w.level+1:
		w.say(problem.At(at, "heading jumps from level %d to level %d", w.level, n.Level).
			With("start this line with %s instead of %s, or add the heading between", strings.Repeat("#", w.level+1), strings.Repeat("#", n.Level)))
	}
	if strings.TrimSpace(words) == "" {
		w.say(problem.At(at, "a heading has no words").With("write the heading's words, or delete the line"))
	}
	w.level = n.Level
	id := ""
	if own, ok := n.AttributeString("id"); ok {
		id = string(own.([]byte))
		if w.ids[id] > 0 {
			w.say(problem.At(at, "the id %q stands twice on this page", id).With("give one of the two headings another id"))
		}
		id = w.unused(id)
	} else {
		id = w.id(words)
	}
	n.SetAttributeString("id", []byte(id))
	w.doc.Headings = append(w.doc.Headings, Heading{n.Level, id, words})
}

// id returns the id of a heading with these words.
func (w *walker) id(words string) string { return w.unused(schema.Slugify(words)) }

// unused returns an id as it is wanted, or with a number when it is taken.
func (w *walker) unused(id string) string {
	// A count for each id, so that a thousand headings alike do not try a thousand names each.
	base := id
	for w.ids[id] > 0 {
		w.ids[base]++
		id = base + "-" + strconv.Itoa(w.ids[base])
	}
	w.ids[id]++
	return id
}

func (w *walker) link(offset int, dest string, image bool) {
	w.doc.Links = append(w.doc.Links, Link{dest, image, w.place(offset, 0)})
}

func (w *walker) rawHTML(offset int, raw string) {
	if strings.HasPrefix(strings.TrimSpace(raw), "<!--") {
		return // a note between authors; it is not printed
	}
	first, _, _ := strings.Cut(strings.TrimSpace(raw), "\n")
	w.say(problem.At(w.place(offset, len(first)), "HTML is not allowed: %s", first).
		With("write Markdown, or one of the components: %s", problem.Quote(containerNames())).
		With("if the sign < itself is meant, write \\<"))
}

func (w *walker) fence(n *ast.FencedCodeBlock, info string) {
	f := Fence{Info: info, Text: string(n.Lines().Value(w.doc.source)), Place: w.place(n.Pos(), 0)}
	f.Place.Line++
	f.Place.Column = 1
	if _, top := n.Parent().(*ast.Document); !top {
		w.say(problem.At(w.place(n.Pos(), 3), "a %s block stands inside a list, quotation or component", info).
			With("start its three backticks at the left margin, with an empty line before them"))
		return
	}
	w.doc.Fences = append(w.doc.Fences, f)
}

func (w *walker) placeholder(n *placeholder) { w.unknown(n.name, w.place(n.Pos(), len(n.name)+4)) }

// unknown reports a placeholder that stands for nothing.
func (w *walker) unknown(name string, at problem.Place) {
	if w.options.Words == nil || w.options.Words[name] {
		return
	}
	names := slices.Sorted(maps.Keys(w.options.Words))
	w.say(problem.At(at, "unknown placeholder {{%s}}", name).With("allowed: %s", problem.Quote(names)).Suggest(name, names))
}

// inWords finds the placeholders in words that no parser looks into.
var inWords = regexp.MustCompile(`\{\{([^{}]*)\}\}`)

// checkWords reports the unknown placeholders in a component's words.
func (w *walker) checkWords(words string, at problem.Place) {
	for _, m := range inWords.FindAllStringSubmatch(words, -1) {
		w.unknown(strings.TrimSpace(m[1]), at)
	}
}

func (w *walker) container(n *container) {
	at := w.place(n.Pos(), n.colons)
	i := slices.Index(containerNames(), n.name)
	switch {
	case i < 0:
		w.say(problem.At(at, "unknown component %q", n.name).With("allowed: %s", problem.Quote(containerNames())).Suggest(n.name, containerNames()))
	case Containers[i].Titled && n.title == "":
		w.say(problem.At(at, "the component %q needs words after its name", n.name).With("write, for example, ::: %s Before you begin", n.name))
	case !Containers[i].Titled && n.title != "":
		w.say(problem.At(at, "the component %q takes no words after its name", n.name).With("put them on the next line"))
	}
	if !n.closed {
		w.say(problem.At(at, "the component %q is never closed", n.name).With("put a line with %s after its last line", strings.Repeat(":", n.colons)))
	}
	w.checkWords(n.title, at)
	n.level = min(max(w.level+1, 2), 6)
}

// table gives a table the words it is announced with: those of the heading above it.
func (w *walker) table(n *east.Table) { n.SetAttributeString("label", []byte(w.tableLabel())) }

func (w *walker) tableLabel() string {
	if k := len(w.doc.Headings); k > 0 {
		return "Table: " + w.doc.Headings[k-1].Text
	}
	return "Table"
}

// plainText returns the words inside a node, without marks.
func plainText(n ast.Node, source []byte) string {
	var b strings.Builder
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Text:
			b.Write(unescape(n.Segment.Value(source)))
			if n.SoftLineBreak() || n.HardLineBreak() {
				b.WriteByte(' ')
			}
		case *ast.String:
			b.Write(n.Value)
		case *placeholder:
			b.WriteString("{{" + n.name + "}}")
		}
		return ast.WalkContinue, nil
	})
	return b.String()
}
