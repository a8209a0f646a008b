package layout

import (
	"fmt"
	"reflect"
)

var errorType = reflect.TypeFor[error]()

// call calls a function or method as a template does. Where a template would convert a value, or a function fails,
// html/template has to do it.
func call(f reflect.Value, args []reflect.Value) reflect.Value {
	t := f.Type()
	fixed := t.NumIn()
	if t.IsVariadic() {
		fixed--
	}
	if len(args) < fixed || len(args) > fixed && !t.IsVariadic() {
		giveUp("number of arguments")
	}
	for i, a := range args {
		want := t.In(min(i, t.NumIn()-1))
		if t.IsVariadic() && i >= fixed {
			want = want.Elem()
		}
		args[i] = fitted(a, want)
	}
	out := f.Call(args)
	if len(out) == 2 && out[1].Type() == errorType && !out[1].IsNil() {
		giveUp("an error")
	}
	return out[0]
}

func fitted(v reflect.Value, want reflect.Type) reflect.Value {
	switch {
	case !v.IsValid():
		giveUp("nil as an argument")
	case v.Type().AssignableTo(want):
		return v
	}
	v = inside(v)
	if !v.IsValid() || !v.Type().AssignableTo(want) {
		giveUp("type of an argument")
	}
	return v
}

// function reckons a call of a function by name.
func (c *compiler) function(name string, args []value) value {
	if f, ok := c.funcs[name]; ok {
		return func(out *sheetOfPaper, dot reflect.Value) reflect.Value {
			given := make([]reflect.Value, len(args))
			for i, a := range args {
				given[i] = a(out, dot)
			}
			out.reads.given(given)
			return call(f, given)
		}
	}
	of := func(n int, f func(args []reflect.Value) any) value {
		if len(args) < n {
			giveUp("number of arguments of " + name)
		}
		return func(out *sheetOfPaper, dot reflect.Value) reflect.Value {
			given := make([]reflect.Value, len(args))
			for i, a := range args {
				if given[i] = inside(a(out, dot)); !given[i].IsValid() {
					giveUp("nothing in " + name)
				}
			}
			return reflect.ValueOf(f(given))
		}
	}
	switch name {
	case "and", "or":
		return c.chooses(args, name == "or")
	case "not":
		if len(args) == 1 {
			return func(out *sheetOfPaper, dot reflect.Value) reflect.Value {
				return reflect.ValueOf(!truth(args[0](out, dot)))
			}
		}
	case "eq":
		return of(2, func(v []reflect.Value) any { return equalsAny(v[0], v[1:]) })
	case "ne":
		return of(2, func(v []reflect.Value) any { return !equalsAny(v[0], v[1:2]) })
	case "gt":
		return of(2, func(v []reflect.Value) any { return number(v[0]) > number(v[1]) })
	case "ge":
		return of(2, func(v []reflect.Value) any { return number(v[0]) >= number(v[1]) })
	case "lt":
		return of(2, func(v []reflect.Value) any { return number(v[0]) < number(v[1]) })
	case "le":
		return of(2, func(v []reflect.Value) any { return number(v[0]) <= number(v[1]) })
	case "len":
		return of(1, func(v []reflect.Value) any { return length(v[0]) })
	case "print":
		return of(0, func(v []reflect.Value) any { return fmt.Sprint(interfaces(v)...) })
	case "printf":
		return of(1, func(v []reflect.Value) any {
			if v[0].Kind() != reflect.String {
				giveUp("printf without a format")
			}
			return fmt.Sprintf(v[0].String(), interfaces(v[1:])...)
		})
	}
	giveUp("function " + name)
	return nil
}

// chooses returns the first value that decides: the first true one for or, the first false one for and.
func (c *compiler) chooses(args []value, or bool) value {
	if len(args) == 0 {
		giveUp("and, or without arguments")
	}
	return func(out *sheetOfPaper, dot reflect.Value) (v reflect.Value) {
		for _, a := range args {
			if v = a(out, dot); truth(v) == or {
				break
			}
		}
		return v
	}
}

func equalsAny(a reflect.Value, all []reflect.Value) bool {
	for _, b := range all {
		if equals(a, b) {
			return true
		}
	}
	return false
}

func equals(a, b reflect.Value) bool {
	if a.Kind() == b.Kind() {
		switch a.Kind() {
		case reflect.String:
			return a.String() == b.String()
		case reflect.Int:
			return a.Int() == b.Int()
		case reflect.Bool:
			return a.Bool() == b.Bool()
		case reflect.Pointer:
			if a.Type() == b.Type() {
				return a.Pointer() == b.Pointer()
			}
		}
	}
	giveUp("comparison")
	return false
}

func number(v reflect.Value) int64 {
	if v.Kind() != reflect.Int {
		giveUp("comparison")
	}
	return v.Int()
}

func length(v reflect.Value) int {
	switch v.Kind() {
	case reflect.Slice, reflect.Map, reflect.String:
		return v.Len()
	}
	giveUp("length")
	return 0
}

func interfaces(all []reflect.Value) []any {
	out := make([]any, len(all))
	for i, v := range all {
		out[i] = v.Interface()
	}
	return out
}
