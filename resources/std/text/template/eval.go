// SPDX-License-Identifier: MIT

package template

import (
	"fmt"
	"reflect"
	"strings"
	"text/template/parse"
)

type absentType struct{}

// absent is the last argument where nothing comes from the stage before.
var absent = reflect.ValueOf(absentType{})

func isAbsent(v reflect.Value) bool { return v.IsValid() && v.Type() == reflect.TypeFor[absentType]() }

func (s *state) pipeline(dot reflect.Value, p *parse.PipeNode) (value reflect.Value) {
	if p == nil {
		return
	}
	s.node = p
	value = absent
	for _, c := range p.Cmds {
		value = s.command(dot, c, value)
		if value.Kind() == reflect.Interface && value.Type().NumMethod() == 0 {
			value = reflect.ValueOf(value.Interface())
		}
	}
	for _, v := range p.Decl {
		if p.IsAssign {
			s.find(v.Ident[0]).value = value
		} else {
			s.vars = append(s.vars, variable{v.Ident[0], value})
		}
	}
	return value
}

func (s *state) noArguments(args []parse.Node, final reflect.Value) {
	if len(args) > 1 || !isAbsent(final) {
		s.fail("can't give argument to non-function %s", args[0])
	}
}

func (s *state) command(dot reflect.Value, cmd *parse.CommandNode, final reflect.Value) reflect.Value {
	switch n := cmd.Args[0].(type) {
	case *parse.FieldNode:
		s.node = n
		return s.chain(dot, dot, n, n.Ident, cmd.Args, final)
	case *parse.ChainNode:
		return s.chainNode(dot, n, cmd.Args, final)
	case *parse.IdentifierNode:
		return s.function(dot, n, cmd, cmd.Args, final)
	case *parse.PipeNode:
		s.noArguments(cmd.Args, final)
		return s.pipeline(dot, n)
	case *parse.VariableNode:
		return s.variable(dot, n, cmd.Args, final)
	}
	word := cmd.Args[0]
	s.node = word
	s.noArguments(cmd.Args, final)
	switch n := word.(type) {
	case *parse.BoolNode:
		return reflect.ValueOf(n.True)
	case *parse.DotNode:
		return dot
	case *parse.NilNode:
		s.fail("nil is not a command")
	case *parse.NumberNode:
		return s.number(n)
	case *parse.StringNode:
		return reflect.ValueOf(n.Text)
	}
	s.fail("can't evaluate command %q", word)
	return reflect.Value{}
}

// number gives a constant the type that its syntax says.
func (s *state) number(n *parse.NumberNode) reflect.Value {
	s.node = n
	hex := len(n.Text) > 2 && n.Text[0] == '0' && (n.Text[1] == 'x' || n.Text[1] == 'X') && !strings.ContainsAny(n.Text, "pP")
	switch {
	case n.IsComplex:
		return reflect.ValueOf(n.Complex128)
	case n.IsFloat && !hex && n.Text[0] != '\'' && strings.ContainsAny(n.Text, ".eEpP"):
		return reflect.ValueOf(n.Float64)
	case n.IsInt:
		return reflect.ValueOf(int(n.Int64))
	case n.IsUint:
		s.fail("%s overflows int", n.Text)
	}
	return reflect.Value{}
}

func (s *state) chainNode(dot reflect.Value, n *parse.ChainNode, args []parse.Node, final reflect.Value) reflect.Value {
	s.node = n
	if n.Node.Type() == parse.NodeNil {
		s.fail("indirection through explicit nil in %s", n)
	}
	return s.chain(dot, s.argument(dot, nil, n.Node), n, n.Field, args, final)
}

func (s *state) variable(dot reflect.Value, n *parse.VariableNode, args []parse.Node, final reflect.Value) reflect.Value {
	s.node = n
	value := s.find(n.Ident[0]).value
	if len(n.Ident) == 1 {
		s.noArguments(args, final)
		return value
	}
	return s.chain(dot, value, n, n.Ident[1:], args, final)
}

// chain follows fields from a receiver; the last one gets the arguments.
func (s *state) chain(dot, receiver reflect.Value, node parse.Node, names []string, args []parse.Node, final reflect.Value) reflect.Value {
	last := len(names) - 1
	for _, name := range names[:last] {
		receiver = s.field(dot, name, node, nil, absent, receiver)
	}
	return s.field(dot, names[last], node, args, final, receiver)
}

func (s *state) function(dot reflect.Value, n *parse.IdentifierNode, cmd parse.Node, args []parse.Node, final reflect.Value) reflect.Value {
	s.node = n
	s.tmpl.lock.RLock()
	f := s.tmpl.execs[n.Ident]
	s.tmpl.lock.RUnlock()
	builtin := !f.IsValid()
	if builtin {
		if f = builtinValues()[n.Ident]; !f.IsValid() {
			s.fail("%q is not a defined function", n.Ident)
		}
	}
	return s.call(dot, f, builtin, cmd, n.Ident, args, final)
}

// field gives a field of a struct, the result of a method, or an entry of a map.
func (s *state) field(dot reflect.Value, name string, node parse.Node, args []parse.Node, final, receiver reflect.Value) reflect.Value {
	if !receiver.IsValid() {
		if s.tmpl.missing == missingError {
			s.fail("nil data; no entry for key %q", name)
		}
		return reflect.Value{}
	}
	typ := receiver.Type()
	receiver, isNil := indirect(receiver)
	if receiver.Kind() == reflect.Interface && isNil {
		s.fail("nil pointer evaluating %s.%s", typ, name)
	}
	with := receiver
	if with.Kind() != reflect.Interface && with.Kind() != reflect.Pointer && with.CanAddr() {
		with = with.Addr()
	}
	if m := with.MethodByName(name); m.IsValid() {
		return s.call(dot, m, false, node, name, args, final)
	}
	given := len(args) > 1 || !isAbsent(final)
	switch receiver.Kind() {
	case reflect.Struct:
		f, ok := receiver.Type().FieldByName(name)
		if !ok {
			break
		}
		value, err := receiver.FieldByIndexErr(f.Index)
		if !f.IsExported() {
			s.fail("%s is an unexported field of struct type %s", name, typ)
		}
		if err != nil {
			s.fail("%v", err)
		}
		if given {
			s.fail("%s has arguments but cannot be invoked as function", name)
		}
		return value
	case reflect.Map:
		if key := reflect.ValueOf(name); key.Type().AssignableTo(receiver.Type().Key()) {
			if given {
				s.fail("%s is not a method but has arguments", name)
			}
			return s.entry(receiver, key, name)
		}
	case reflect.Pointer:
		e := receiver.Type().Elem()
		if e.Kind() == reflect.Struct {
			if _, ok := e.FieldByName(name); !ok {
				break
			}
		}
		if isNil {
			s.fail("nil pointer evaluating %s.%s", typ, name)
		}
	}
	s.fail("can't evaluate field %s in type %s", name, typ)
	return reflect.Value{}
}

func (s *state) entry(m, key reflect.Value, name string) reflect.Value {
	value := m.MapIndex(key)
	if !value.IsValid() {
		switch s.tmpl.missing {
		case missingZero:
			return reflect.Zero(m.Type().Elem())
		case missingError:
			s.fail("map has no entry for key %q", name)
		}
	}
	return value
}

// ---- calls ----

func unwrapped(v reflect.Value) reflect.Value {
	if v.Type() == valueType {
		return v.Interface().(reflect.Value)
	}
	return v
}

// call calls a function or a bound method. args begins with what names it.
func (s *state) call(dot, f reflect.Value, builtin bool, node parse.Node, name string, args []parse.Node, final reflect.Value) reflect.Value {
	first := args
	if args != nil {
		args = args[1:]
	}
	t := f.Type()
	count, fixed := len(args), len(args)
	piped := !isAbsent(final)
	if piped {
		count++
	}
	if t.IsVariadic() {
		if fixed = t.NumIn() - 1; count < fixed {
			s.fail("wrong number of args for %s: want at least %d got %d", name, fixed, len(args))
		}
	} else if count != t.NumIn() {
		s.fail("wrong number of args for %s: want %d got %d", name, t.NumIn(), count)
	}
	if err := goodFunc(name, t); err != nil {
		s.fail("%v", err)
	}
	if builtin && (name == "and" || name == "or") {
		return s.shortCircuit(dot, name == "or", args, final, t.In(0))
	}
	in := make([]reflect.Value, 0, count)
	for i, arg := range args {
		if i < fixed {
			in = append(in, s.argument(dot, t.In(i), arg))
		} else {
			in = append(in, s.argument(dot, t.In(t.NumIn()-1).Elem(), arg))
		}
	}
	if piped {
		to := t.In(t.NumIn() - 1)
		if t.IsVariadic() {
			if to = to.Elem(); count-1 < fixed {
				to = t.In(count - 1)
			}
		}
		in = append(in, s.valid(final, to))
	}
	if builtin && name == "call" && len(first) > 1 {
		in = append([]reflect.Value{reflect.ValueOf(reflect.ValueOf(first[1].String()))}, in...)
		f = reflect.ValueOf(callNamed)
	}
	v, err := safely(f, in)
	if err != nil {
		s.node = node
		s.fail("error calling %s: %w", name, err)
	}
	return unwrapped(v)
}

// shortCircuit is "and" and "or": arguments behind the one that decides are not evaluated.
func (s *state) shortCircuit(dot reflect.Value, or bool, args []parse.Node, final reflect.Value, t reflect.Type) (v reflect.Value) {
	for _, arg := range args {
		v = s.argument(dot, t, arg).Interface().(reflect.Value)
		if truth(v) == or {
			return v
		}
	}
	if !isAbsent(final) {
		v = unwrapped(s.valid(final, t))
	}
	return v
}

// safely calls f; a panic becomes an error.
func safely(f reflect.Value, in []reflect.Value) (v reflect.Value, err error) {
	defer func() {
		if r := recover(); r != nil {
			if e, ok := r.(error); ok {
				err = e
			} else {
				err = fmt.Errorf("%v", r)
			}
		}
	}()
	out := f.Call(in)
	if len(out) == 2 && !out[1].IsNil() {
		return out[0], out[1].Interface().(error)
	}
	return out[0], nil
}

func canBeNil(t reflect.Type) bool {
	switch t.Kind() {
	case reflect.Chan, reflect.Func, reflect.Interface, reflect.Map, reflect.Pointer, reflect.Slice:
		return true
	}
	return t == valueType
}

// valid makes a value one that can be given for type t.
func (s *state) valid(v reflect.Value, t reflect.Type) reflect.Value {
	if !v.IsValid() {
		if t == nil {
			return reflect.ValueOf(nil)
		}
		if !canBeNil(t) {
			s.fail("invalid value; expected %s", t)
		}
		return reflect.Zero(t)
	}
	if t == valueType && v.Type() != t {
		return reflect.ValueOf(v)
	}
	if t == nil || v.Type().AssignableTo(t) {
		return v
	}
	if v.Kind() == reflect.Interface && !v.IsNil() {
		if v = v.Elem(); v.Type().AssignableTo(t) {
			return v
		}
	}
	switch {
	case v.Kind() == reflect.Pointer && v.Type().Elem().AssignableTo(t):
		if v = v.Elem(); !v.IsValid() {
			s.fail("dereference of nil pointer of type %s", t)
		}
	case reflect.PointerTo(v.Type()).AssignableTo(t) && v.CanAddr():
		v = v.Addr()
	default:
		s.fail("wrong type for value; expected %s; got %s", t, v.Type())
	}
	return v
}

// argument evaluates an argument for type t; nil: any.
func (s *state) argument(dot reflect.Value, t reflect.Type, n parse.Node) reflect.Value {
	s.node = n
	switch arg := n.(type) {
	case *parse.DotNode:
		return s.valid(dot, t)
	case *parse.NilNode:
		if !canBeNil(t) {
			s.fail("cannot assign nil to %s", t)
		}
		return reflect.Zero(t)
	case *parse.FieldNode:
		return s.valid(s.chain(dot, dot, arg, arg.Ident, []parse.Node{n}, absent), t)
	case *parse.VariableNode:
		return s.valid(s.variable(dot, arg, nil, absent), t)
	case *parse.PipeNode:
		return s.valid(s.pipeline(dot, arg), t)
	case *parse.IdentifierNode:
		return s.valid(s.function(dot, arg, arg, nil, absent), t)
	case *parse.ChainNode:
		return s.valid(s.chainNode(dot, arg, nil, absent), t)
	}
	switch {
	case t == valueType:
		return reflect.ValueOf(s.constant(n))
	case t.Kind() == reflect.Interface && t.NumMethod() == 0:
		return s.constant(n)
	}
	return s.constantOf(t, n)
}

// constant evaluates a constant for an argument of any type.
func (s *state) constant(n parse.Node) reflect.Value {
	switch n := n.(type) {
	case *parse.BoolNode:
		return reflect.ValueOf(n.True)
	case *parse.NumberNode:
		return s.number(n)
	case *parse.StringNode:
		return reflect.ValueOf(n.Text)
	}
	s.fail("can't handle assignment of %s to empty interface argument", n)
	return reflect.Value{}
}

func (s *state) constantOf(t reflect.Type, n parse.Node) reflect.Value {
	v := reflect.New(t).Elem()
	number, _ := n.(*parse.NumberNode)
	if number == nil {
		number = &parse.NumberNode{}
	}
	want := ""
	switch k := t.Kind(); {
	case k == reflect.Bool:
		if b, ok := n.(*parse.BoolNode); ok {
			v.SetBool(b.True)
			return v
		}
		want = "bool"
	case k == reflect.String:
		if str, ok := n.(*parse.StringNode); ok {
			v.SetString(str.Text)
			return v
		}
		want = "string"
	case v.CanInt():
		if number.IsInt {
			v.SetInt(number.Int64)
			return v
		}
		want = "integer"
	case v.CanUint():
		if number.IsUint {
			v.SetUint(number.Uint64)
			return v
		}
		want = "unsigned integer"
	case v.CanFloat():
		if number.IsFloat {
			v.SetFloat(number.Float64)
			return v
		}
		want = "float"
	case v.CanComplex():
		if number.IsComplex {
			v.SetComplex(number.Complex128)
			return v
		}
		want = "complex"
	default:
		s.fail("can't handle %s for arg of type %s", n, t)
	}
	s.fail("expected %s; found %s", want, n)
	return v
}
