package layout

import (
	"reflect"
	"sync"
	"sync/atomic"
	"text/template/parse"
)

// value reckons a part of a pipeline.
type value func(out *sheetOfPaper, dot reflect.Value) reflect.Value

// action prints a pipeline, or only sets variables. html/template has ended each with the escapers of its place.
func (c *compiler) action(p *parse.PipeNode) step {
	if len(p.Decl) > 0 {
		set := c.pipe(p)
		return func(out *sheetOfPaper, dot reflect.Value) { set(out, dot) }
	}
	cmds := p.Cmds
	var names []string
	for len(cmds) > 0 {
		id, ok := cmds[len(cmds)-1].Args[0].(*parse.IdentifierNode)
		if !ok || !isEscaper(id.Ident) {
			break
		}
		names = append([]string{id.Ident}, names...)
		cmds = cmds[:len(cmds)-1]
	}
	if len(names) == 0 || len(cmds) == 0 {
		giveUp("a value without an escaper")
	}
	plain := *p
	plain.Cmds = cmds
	text, escape := c.pipe(&plain), escaperFor(names)
	return func(out *sheetOfPaper, dot reflect.Value) { escape(out.Buffer, text(out, dot)) }
}

func (c *compiler) pipe(p *parse.PipeNode) value {
	var v value
	for _, cmd := range p.Cmds {
		v = c.command(cmd, v)
	}
	if v == nil {
		giveUp("an empty pipeline")
	}
	switch {
	case len(p.Decl) == 0:
		return v
	case len(p.Decl) > 1:
		giveUp("two variables at once")
	}
	var slot int
	if p.IsAssign {
		slot = c.variable(p.Decl[0].Ident[0])
	} else {
		slot = c.declare(p.Decl[0].Ident[0])
	}
	return func(out *sheetOfPaper, dot reflect.Value) reflect.Value {
		r := v(out, dot)
		out.vars[slot] = r
		return r
	}
}

// command reckons one command; piped is the value of the one before it, handed on as its last argument.
func (c *compiler) command(n *parse.CommandNode, piped value) value {
	var args []value
	for _, a := range n.Args[1:] {
		args = append(args, c.argument(a))
	}
	if piped != nil {
		args = append(args, piped)
	}
	switch first := n.Args[0].(type) {
	case *parse.FieldNode:
		return c.fields(func(_ *sheetOfPaper, dot reflect.Value) reflect.Value { return dot }, first.Ident, args)
	case *parse.ChainNode:
		return c.fields(c.argument(first.Node), first.Field, args)
	case *parse.VariableNode:
		slot := c.variable(first.Ident[0])
		return c.fields(func(out *sheetOfPaper, _ reflect.Value) reflect.Value { return out.vars[slot] }, first.Ident[1:], args)
	case *parse.IdentifierNode:
		return c.function(first.Ident, args)
	}
	if len(args) > 0 {
		giveUp(n.String())
	}
	return c.argument(n.Args[0])
}

// argument reckons a node that stands alone.
func (c *compiler) argument(n parse.Node) value {
	constant := func(v any) value {
		r := reflect.ValueOf(v)
		return func(*sheetOfPaper, reflect.Value) reflect.Value { return r }
	}
	switch n := n.(type) {
	case *parse.DotNode:
		return func(_ *sheetOfPaper, dot reflect.Value) reflect.Value { return dot }
	case *parse.StringNode:
		return constant(n.Text)
	case *parse.BoolNode:
		return constant(n.True)
	case *parse.NumberNode:
		if n.IsInt && !n.IsComplex {
			return constant(int(n.Int64))
		}
	case *parse.PipeNode:
		return c.pipe(n)
	case *parse.FieldNode, *parse.ChainNode, *parse.VariableNode, *parse.IdentifierNode:
		return c.command(&parse.CommandNode{NodeType: parse.NodeCommand, Args: []parse.Node{n}}, nil)
	}
	giveUp(n.String())
	return nil
}

// fields follows names from a value; the last may be a method that takes args.
func (c *compiler) fields(from value, names []string, args []value) value {
	for i, name := range names {
		m := &member{name: name}
		inner := from
		if last := i == len(names)-1; last && len(args) > 0 {
			return func(out *sheetOfPaper, dot reflect.Value) reflect.Value {
				given := make([]reflect.Value, len(args))
				v := inner(out, dot)
				for k, a := range args {
					given[k] = a(out, dot)
				}
				return m.call(out, v, given)
			}
		}
		from = func(out *sheetOfPaper, dot reflect.Value) reflect.Value { return m.of(out, inner(out, dot)) }
	}
	if len(names) == 0 && len(args) > 0 {
		giveUp("arguments to a value")
	}
	return from
}

// member is a field or method that a template names; where it is found is kept for each type it was asked of.
type member struct {
	name  string
	last  atomic.Pointer[typedWay] // of the type that was asked last: most members are only asked of one
	found sync.Map                 // reflect.Type → way
}

type typedWay struct {
	of  reflect.Type
	way way
}

// way leads to a field, key or method of a type.
type way struct {
	method int // -1 for a field or key
	field  []int
	key    reflect.Value // of a map
}

func (m *member) way(t reflect.Type) way {
	if last := m.last.Load(); last != nil && last.of == t {
		return last.way
	}
	if w, ok := m.found.Load(t); ok {
		return w.(way)
	}
	w := way{method: -1}
	if method, ok := t.MethodByName(m.name); ok {
		w.method = method.Index
	} else {
		under := t
		if t.Kind() == reflect.Pointer {
			under = t.Elem()
		}
		switch {
		case under.Kind() == reflect.Struct:
			f, ok := under.FieldByName(m.name)
			if !ok || !f.IsExported() {
				giveUp("field " + m.name + " of " + t.String())
			}
			w.field = f.Index
		case under.Kind() == reflect.Map && under.Key() == stringType:
			w.key = reflect.ValueOf(m.name)
		default:
			giveUp("field of " + t.String())
		}
	}
	m.found.Store(t, w)
	m.last.Store(&typedWay{t, w})
	return w
}

// receiver is v as methods and fields are looked up on it: out of its interface, and by its address where it has one.
func receiver(v reflect.Value) reflect.Value {
	v = inside(v)
	if !v.IsValid() || v.Kind() == reflect.Pointer && v.IsNil() {
		giveUp("a field of nothing")
	}
	if v.Kind() != reflect.Pointer && v.CanAddr() {
		return v.Addr()
	}
	return v
}

func (m *member) of(out *sheetOfPaper, v reflect.Value) reflect.Value {
	v = receiver(v)
	out.reads.member(v, m.name, nil)
	w := m.way(v.Type())
	if w.method >= 0 {
		return call(v.Method(w.method), nil)
	}
	if v.Kind() == reflect.Pointer {
		v = v.Elem()
	}
	if w.key.IsValid() {
		return v.MapIndex(w.key)
	}
	f, err := v.FieldByIndexErr(w.field)
	if err != nil {
		giveUp(err.Error())
	}
	return f
}

func (m *member) call(out *sheetOfPaper, v reflect.Value, args []reflect.Value) reflect.Value {
	v = receiver(v)
	out.reads.member(v, m.name, args)
	w := m.way(v.Type())
	if w.method < 0 {
		giveUp("arguments to a field")
	}
	return call(v.Method(w.method), args)
}

// inside takes a value out of its interface.
func inside(v reflect.Value) reflect.Value {
	if v.IsValid() && v.Kind() == reflect.Interface {
		return v.Elem()
	}
	return v
}

// truth says whether a value counts as true in a condition.
func truth(v reflect.Value) bool {
	if v = inside(v); !v.IsValid() {
		return false
	}
	switch v.Kind() {
	case reflect.Bool:
		return v.Bool()
	case reflect.String, reflect.Slice, reflect.Map:
		return v.Len() > 0
	case reflect.Int:
		return v.Int() != 0
	case reflect.Pointer:
		return !v.IsNil()
	case reflect.Struct:
		return true
	}
	giveUp("truth of " + v.Kind().String())
	return false
}
