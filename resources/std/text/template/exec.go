// SPDX-License-Identifier: MIT

package template

import (
	"cmp"
	"fmt"
	"io"
	"reflect"
	"sort"
	"strings"
	"text/template/parse"
)

const mostDepth = 100000

type variable struct {
	name  string
	value reflect.Value
}

// state is one execution of a template.
type state struct {
	tmpl  *Template
	w     io.Writer
	node  parse.Node // where it is, for errors
	vars  []variable
	depth int
}

// ExecError is an error of a template's execution.
type ExecError struct {
	Name string
	Err  error
}

func (e ExecError) Error() string { return e.Err.Error() }

// Unwrap gives the error inside.
func (e ExecError) Unwrap() error { return e.Err }

// writeError wraps an error of the writer, which comes back as it is.
type writeError struct{ err error }

func (s *state) fail(format string, args ...any) {
	head := fmt.Sprintf("template: %s: ", s.tmpl.Name())
	if s.node != nil {
		place, context := s.tmpl.ErrorContext(s.node)
		head = fmt.Sprintf("template: %s: executing %q at <%s>: ", place, s.tmpl.Name(), context)
	}
	panic(ExecError{s.tmpl.Name(), fmt.Errorf(strings.ReplaceAll(head, "%", "%%")+format, args...)})
}

func rescue(err *error) {
	switch e := recover().(type) {
	case nil:
	case writeError:
		*err = e.err
	case ExecError:
		*err = e
	default:
		panic(e)
	}
}

// ExecuteTemplate runs the template of that name.
func (t *Template) ExecuteTemplate(w io.Writer, name string, data any) error {
	other := t.Lookup(name)
	if other == nil {
		return fmt.Errorf("template: no template %q associated with template %q", name, t.name)
	}
	return other.Execute(w, data)
}

// Execute runs the template.
func (t *Template) Execute(w io.Writer, data any) (err error) {
	defer rescue(&err)
	value, ok := data.(reflect.Value)
	if !ok {
		value = reflect.ValueOf(data)
	}
	s := &state{tmpl: t, w: w, vars: []variable{{"$", value}}}
	if t.Tree == nil || t.Root == nil {
		s.fail("%q is an incomplete or empty template", t.Name())
	}
	s.walk(value, t.Root)
	return
}

// ---- variables ----

func (s *state) pop(mark int) { s.vars = s.vars[:mark] }

func (s *state) find(name string) *variable {
	for i := len(s.vars) - 1; i >= 0; i-- {
		if s.vars[i].name == name {
			return &s.vars[i]
		}
	}
	s.fail("undefined variable: %s", name)
	return nil
}

// ---- what is walked ----

// Whether a walk ends early.
type flow int

const (
	flowOn flow = iota
	flowBreak
	flowContinue
)

func (s *state) walk(dot reflect.Value, node parse.Node) flow {
	s.node = node
	switch n := node.(type) {
	case *parse.ActionNode:
		value := s.pipeline(dot, n.Pipe)
		if len(n.Pipe.Decl) == 0 {
			s.print(n, value)
		}
	case *parse.BreakNode:
		return flowBreak
	case *parse.ContinueNode:
		return flowContinue
	case *parse.CommentNode:
	case *parse.IfNode:
		return s.branch(dot, &n.BranchNode, false)
	case *parse.WithNode:
		return s.branch(dot, &n.BranchNode, true)
	case *parse.ListNode:
		for _, e := range n.Nodes {
			if f := s.walk(dot, e); f != flowOn {
				return f
			}
		}
	case *parse.RangeNode:
		return s.walkRange(dot, n)
	case *parse.TemplateNode:
		s.template(dot, n)
	case *parse.TextNode:
		if _, err := s.w.Write(n.Text); err != nil {
			panic(writeError{err})
		}
	default:
		s.fail("unknown node: %s", node)
	}
	return flowOn
}

func (s *state) branch(dot reflect.Value, b *parse.BranchNode, with bool) flow {
	mark := len(s.vars)
	defer s.pop(mark)
	value := s.pipeline(dot, b.Pipe)
	yes, ok := isTrue(inside(value))
	if !ok {
		s.fail("if/with can't use %v", value)
	}
	if yes && with {
		return s.walk(value, b.List)
	}
	if yes {
		return s.walk(dot, b.List)
	}
	if b.ElseList != nil {
		return s.walk(dot, b.ElseList)
	}
	return flowOn
}

// IsTrue tells whether a value is taken for true, and whether it can be asked.
func IsTrue(value any) (truth, ok bool) { return isTrue(reflect.ValueOf(value)) }

func isTrue(v reflect.Value) (truth, ok bool) {
	if !v.IsValid() {
		return false, true
	}
	switch v.Kind() {
	case reflect.Array, reflect.Map, reflect.Slice, reflect.String:
		return v.Len() > 0, true
	case reflect.Bool:
		return v.Bool(), true
	case reflect.Complex64, reflect.Complex128:
		return v.Complex() != 0, true
	case reflect.Chan, reflect.Func, reflect.Pointer, reflect.UnsafePointer, reflect.Interface:
		return !v.IsNil(), true
	case reflect.Float32, reflect.Float64:
		return v.Float() != 0, true
	case reflect.Struct:
		return true, true
	}
	if v.CanInt() {
		return v.Int() != 0, true
	}
	if v.CanUint() {
		return v.Uint() != 0, true
	}
	return false, false
}

// loop is a range under way.
type loop struct {
	s       *state
	node    *parse.RangeNode
	mark    int
	any     bool // there was an element
	stopped flow
}

// turn runs the body once; false: no more.
func (l *loop) turn(index, elem reflect.Value) bool {
	l.any = true
	s, decl := l.s, l.node.Pipe.Decl
	if n := len(decl); n > 0 {
		first := elem
		if n > 1 {
			first = index
		}
		if l.node.Pipe.IsAssign {
			s.find(decl[0].Ident[0]).value = first
			if n > 1 {
				s.find(decl[1].Ident[0]).value = elem
			}
		} else {
			s.vars[l.mark-1].value = elem
			if n > 1 {
				s.vars[l.mark-2].value = index
			}
		}
	}
	f := s.walk(elem, l.node.List)
	s.pop(l.mark)
	return f != flowBreak
}

func (s *state) walkRange(dot reflect.Value, r *parse.RangeNode) flow {
	outer := len(s.vars)
	defer s.pop(outer)
	value, _ := indirect(s.pipeline(dot, r.Pipe))
	s.elements(&loop{s: s, node: r, mark: len(s.vars)}, value, dot)
	return flowOn
}

func (s *state) elements(l *loop, v, dot reflect.Value) {
	var none reflect.Value
	two := len(l.node.Pipe.Decl) > 1
	switch k := v.Kind(); {
	case v.CanInt() || v.CanUint():
		if two {
			s.fail("can't use %v to iterate over more than one variable", v)
		}
		for x := range v.Seq() {
			if !l.turn(none, x) {
				break
			}
		}
	case k == reflect.Array || k == reflect.Slice:
		for i := 0; i < v.Len() && l.turn(reflect.ValueOf(i), v.Index(i)); i++ {
		}
	case k == reflect.Map:
		for _, key := range sortedKeys(v) {
			if !l.turn(key, v.MapIndex(key)) {
				break
			}
		}
	case k == reflect.Chan:
		s.received(l, v)
	case k == reflect.Invalid:
	case k == reflect.Func && v.Type().CanSeq():
		if two {
			s.fail("can't use %v iterate over more than one variable", v)
		}
		for x := range v.Seq() {
			if !l.turn(none, x) {
				break
			}
		}
	case k == reflect.Func && v.Type().CanSeq2():
		for i, x := range v.Seq2() {
			if !two {
				i, x = none, i
			}
			if !l.turn(i, x) {
				break
			}
		}
	default:
		s.fail("range can't iterate over %v", v)
	}
	if !l.any && l.node.ElseList != nil {
		s.walk(dot, l.node.ElseList)
	}
}

func (s *state) received(l *loop, v reflect.Value) {
	if v.IsNil() {
		return
	}
	if v.Type().ChanDir() == reflect.SendDir {
		s.fail("range over send-only channel %v", v)
	}
	for i := 0; ; i++ {
		x, ok := v.Recv()
		if !ok || !l.turn(reflect.ValueOf(i), x) {
			return
		}
	}
}

// sortedKeys gives a map's keys in the order in which fmt prints them.
func sortedKeys(m reflect.Value) []reflect.Value {
	keys := m.MapKeys()
	sort.SliceStable(keys, func(i, j int) bool { return compare(keys[i], keys[j]) < 0 })
	return keys
}

func compare(a, b reflect.Value) int {
	switch k := a.Kind(); {
	case a.CanInt():
		return cmp.Compare(a.Int(), b.Int())
	case a.CanUint():
		return cmp.Compare(a.Uint(), b.Uint())
	case a.CanFloat():
		return cmp.Compare(a.Float(), b.Float())
	case k == reflect.String:
		return cmp.Compare(a.String(), b.String())
	case k == reflect.Bool:
		return cmp.Compare(rank(a.Bool()), rank(b.Bool()))
	case k == reflect.Complex64 || k == reflect.Complex128:
		x, y := a.Complex(), b.Complex()
		return cmp.Or(cmp.Compare(real(x), real(y)), cmp.Compare(imag(x), imag(y)))
	case k == reflect.Pointer || k == reflect.Chan || k == reflect.UnsafePointer:
		return cmp.Compare(a.Pointer(), b.Pointer())
	case k == reflect.Struct:
		for i := range a.NumField() {
			if c := compare(a.Field(i), b.Field(i)); c != 0 {
				return c
			}
		}
	case k == reflect.Array:
		for i := range a.Len() {
			if c := compare(a.Index(i), b.Index(i)); c != 0 {
				return c
			}
		}
	case k == reflect.Interface:
		return compareInside(a, b)
	}
	return 0
}

func compareInside(a, b reflect.Value) int {
	if a.IsNil() || b.IsNil() {
		return cmp.Compare(rank(!a.IsNil()), rank(!b.IsNil()))
	}
	a, b = a.Elem(), b.Elem()
	if a.Type() != b.Type() {
		return cmp.Or(cmp.Compare(a.Kind(), b.Kind()), strings.Compare(a.Type().String(), b.Type().String()))
	}
	return compare(a, b)
}

func rank(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (s *state) template(dot reflect.Value, n *parse.TemplateNode) {
	t := s.tmpl.Lookup(n.Name)
	if t == nil {
		s.fail("template %q not defined", n.Name)
	}
	if s.depth == mostDepth {
		s.fail("exceeded maximum template depth (%v)", mostDepth)
	}
	dot = s.pipeline(dot, n.Pipe)
	in := &state{tmpl: t, w: s.w, node: s.node, vars: []variable{{"$", dot}}, depth: s.depth + 1}
	if t.Tree == nil || t.Root == nil {
		in.fail("%q is an incomplete or empty template", t.Name())
	}
	in.walk(dot, t.Root)
}

// ---- printing ----

// indirect follows pointers and interfaces; isNil: to a nil one.
func indirect(v reflect.Value) (to reflect.Value, isNil bool) {
	for ; v.Kind() == reflect.Pointer || v.Kind() == reflect.Interface; v = v.Elem() {
		if v.IsNil() {
			return v, true
		}
	}
	return v, false
}

// inside gives what an interface holds.
func inside(v reflect.Value) reflect.Value {
	if v.Kind() != reflect.Interface {
		return v
	}
	if v.IsNil() {
		return reflect.Value{}
	}
	return v.Elem()
}

func (s *state) print(n parse.Node, v reflect.Value) {
	s.node = n
	value, ok := printable(v)
	if !ok {
		s.fail("can't print %s of type %s", n, v.Type())
	}
	if _, err := fmt.Fprint(s.w, value); err != nil {
		panic(writeError{err})
	}
}

func speaks(t reflect.Type) bool { return t.Implements(errorType) || t.Implements(stringerType) }

// printable gives what fmt is to print.
func printable(v reflect.Value) (any, bool) {
	if v.Kind() == reflect.Pointer {
		v, _ = indirect(v)
	}
	if !v.IsValid() {
		return "<no value>", true
	}
	if !speaks(v.Type()) {
		if v.CanAddr() && speaks(reflect.PointerTo(v.Type())) {
			v = v.Addr()
		} else if k := v.Kind(); k == reflect.Chan || k == reflect.Func {
			return nil, false
		}
	}
	return v.Interface(), true
}

var (
	errorType    = reflect.TypeFor[error]()
	stringerType = reflect.TypeFor[fmt.Stringer]()
	valueType    = reflect.TypeFor[reflect.Value]()
)
