package layout

import (
	"bytes"
	"html/template"
	"io"
	"reflect"
	"sync"
	"text/template/parse"
)

// press prints one document without the standard library's interpreter, which looks every field and method up by name
// again for every page. It works from the tree that html/template has made safe, escapes with the same rules, and
// prints the same bytes. Whatever it does not know, in a template or in a page's values, it leaves to html/template:
// then the page is printed there, and so every message about a mistake comes from there too.
type press struct {
	standard *template.Template
	funcs    map[string]reflect.Value
	once     sync.Once
	base     step // nil when the standard library prints this document
}

// newPress takes a document's templates and the functions they were parsed with.
func newPress(t *template.Template, funcs ...template.FuncMap) *press {
	p := &press{standard: t, funcs: map[string]reflect.Value{}}
	for _, m := range funcs {
		for name, f := range m {
			p.funcs[name] = reflect.ValueOf(f)
		}
	}
	return p
}

var pressed = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// print writes the document for a View. reads may be nil; what html/template reads, nobody sees.
func (p *press) print(w io.Writer, v *View, reads *Reads) error {
	p.once.Do(func() {
		// Executing makes the templates safe in place, also when it fails for want of data.
		_ = p.standard.ExecuteTemplate(io.Discard, "base", nil)
		p.base = compile(p.standard, p.funcs)
	})
	if p.base == nil {
		return p.leave(w, v, reads)
	}
	b := pressed.Get().(*bytes.Buffer)
	defer pressed.Put(b)
	b.Reset()
	if !p.tryPrint(b, v, reads) {
		return p.leave(w, v, reads)
	}
	_, err := w.Write(b.Bytes())
	return err
}

// leave has html/template print.
func (p *press) leave(w io.Writer, v *View, reads *Reads) error {
	if reads != nil {
		reads.widen(Anything)
	}
	return p.standard.ExecuteTemplate(w, "base", v)
}

func (p *press) tryPrint(b *bytes.Buffer, v *View, reads *Reads) (done bool) {
	// A method that panics becomes html/template's error, too.
	defer func() { _ = recover() }()
	dot := reflect.ValueOf(v)
	p.base(&sheetOfPaper{Buffer: b, vars: []reflect.Value{dot}, reads: reads}, dot)
	return true
}

// unknown ends a compilation or a print: html/template shall do it.
type unknown struct{ what string }

func giveUp(what string) { panic(unknown{what}) }

// sheetOfPaper is what one template prints on, with its variables.
type sheetOfPaper struct {
	*bytes.Buffer
	vars  []reflect.Value
	reads *Reads
}

// step prints one node of a template.
type step func(out *sheetOfPaper, dot reflect.Value)

// compiler turns a tree into steps.
type compiler struct {
	set   *template.Template
	funcs map[string]reflect.Value
	made  map[string]*step
	scope []string // names of variables; the place in the list is the place in sheetOfPaper.vars
	most  int      // how many variables the template needs at once
}

// compile returns nil when the templates hold something that is not known here.
func compile(set *template.Template, funcs map[string]reflect.Value) (base step) {
	defer func() {
		if r := recover(); r != nil {
			if _, ok := r.(unknown); !ok {
				panic(r)
			}
			base = nil
		}
	}()
	c := &compiler{set: set, funcs: funcs, made: map[string]*step{}}
	return *c.template("base")
}

// template compiles a template by its name, once. Templates may call themselves, so its place is known first.
func (c *compiler) template(name string) *step {
	if s, ok := c.made[name]; ok {
		return s
	}
	t := c.set.Lookup(name)
	if t == nil || t.Tree == nil {
		giveUp("template " + name)
	}
	place := new(step)
	c.made[name] = place
	inner := &compiler{set: c.set, funcs: c.funcs, made: c.made, scope: []string{"$"}, most: 1}
	body := inner.list(t.Tree.Root)
	*place = func(out *sheetOfPaper, dot reflect.Value) {
		vars := make([]reflect.Value, inner.most)
		vars[0] = dot
		body(&sheetOfPaper{out.Buffer, vars, out.reads}, dot)
	}
	return place
}

func (c *compiler) list(n *parse.ListNode) step {
	if n == nil {
		return func(*sheetOfPaper, reflect.Value) {}
	}
	mark := len(c.scope)
	defer func() { c.scope = c.scope[:mark] }()
	steps := make([]step, 0, len(n.Nodes))
	for _, child := range n.Nodes {
		if s := c.node(child); s != nil {
			steps = append(steps, s)
		}
	}
	return func(out *sheetOfPaper, dot reflect.Value) {
		for _, s := range steps {
			s(out, dot)
		}
	}
}

func (c *compiler) node(n parse.Node) step {
	switch n := n.(type) {
	case *parse.TextNode:
		return func(out *sheetOfPaper, _ reflect.Value) { out.Write(n.Text) }
	case *parse.CommentNode:
		return nil
	case *parse.ActionNode:
		return c.action(n.Pipe)
	case *parse.IfNode:
		return c.branch(&n.BranchNode, false)
	case *parse.WithNode:
		return c.branch(&n.BranchNode, true)
	case *parse.RangeNode:
		return c.loop(&n.BranchNode)
	case *parse.TemplateNode:
		return c.call(n)
	}
	giveUp(n.String())
	return nil
}

func (c *compiler) call(n *parse.TemplateNode) step {
	inner := c.template(n.Name)
	if n.Pipe == nil {
		return func(out *sheetOfPaper, _ reflect.Value) { (*inner)(out, reflect.Value{}) }
	}
	value := c.pipe(n.Pipe)
	return func(out *sheetOfPaper, dot reflect.Value) { (*inner)(out, value(out, dot)) }
}

// branch is an if or a with; a with makes the value the dot.
func (c *compiler) branch(n *parse.BranchNode, with bool) step {
	mark := len(c.scope)
	defer func() { c.scope = c.scope[:mark] }()
	value := c.pipe(n.Pipe)
	yes, no := c.list(n.List), c.list(n.ElseList)
	return func(out *sheetOfPaper, dot reflect.Value) {
		v := value(out, dot)
		switch {
		case !truth(v):
			no(out, dot)
		case with:
			yes(out, v)
		default:
			yes(out, dot)
		}
	}
}

// loop goes over a slice; maps, channels, numbers and functions are left to the standard library.
func (c *compiler) loop(n *parse.BranchNode) step {
	mark := len(c.scope)
	defer func() { c.scope = c.scope[:mark] }()
	pipe := *n.Pipe
	names := pipe.Decl
	if pipe.IsAssign {
		giveUp("assignment in range")
	}
	pipe.Decl = nil
	value := c.pipe(&pipe)
	slots := make([]int, len(names))
	for i, v := range names {
		slots[i] = c.declare(v.Ident[0])
	}
	body := c.list(n.List)
	c.scope = c.scope[:mark]
	none := c.list(n.ElseList)
	return func(out *sheetOfPaper, dot reflect.Value) {
		all := inside(value(out, dot))
		if !all.IsValid() || all.Kind() != reflect.Slice {
			giveUp("range over something else")
		}
		if all.Len() == 0 {
			none(out, dot)
		}
		for i := range all.Len() {
			item := all.Index(i)
			switch len(slots) {
			case 1:
				out.vars[slots[0]] = item
			case 2:
				out.vars[slots[0]], out.vars[slots[1]] = reflect.ValueOf(i), item
			}
			body(out, item)
		}
	}
}

func (c *compiler) declare(name string) int {
	c.scope = append(c.scope, name)
	c.most = max(c.most, len(c.scope))
	return len(c.scope) - 1
}

func (c *compiler) variable(name string) int {
	for i := len(c.scope) - 1; i >= 0; i-- {
		if c.scope[i] == name {
			return i
		}
	}
	giveUp("variable " + name)
	return 0
}
