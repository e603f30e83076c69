// SPDX-License-Identifier: MIT

package template

import (
	"errors"
	"fmt"
	"net/url"
	"reflect"
	"sync"
	"unicode"
)

// FuncMap has functions by name: with one result, or with a second one of type error.
type FuncMap map[string]any

func builtins() FuncMap {
	return FuncMap{
		"and": and, "or": and, "not": not, "call": call, "index": index, "slice": slice, "len": length,
		"print": fmt.Sprint, "printf": fmt.Sprintf, "println": fmt.Sprintln,
		"html": HTMLEscaper, "js": JSEscaper, "urlquery": URLQueryEscaper,
		"eq": eq, "ge": ge, "gt": gt, "le": le, "lt": lt, "ne": ne,
	}
}

var builtinValues = sync.OnceValue(func() map[string]reflect.Value {
	out := make(map[string]reflect.Value)
	addValues(out, builtins())
	return out
})

func addValues(out map[string]reflect.Value, in FuncMap) {
	for name, f := range in {
		if !goodName(name) {
			panic(fmt.Errorf("function name %q is not a valid identifier", name))
		}
		v := reflect.ValueOf(f)
		if v.Kind() != reflect.Func {
			panic("value for " + name + " not a function")
		}
		if err := goodFunc(name, v.Type()); err != nil {
			panic(err)
		}
		out[name] = v
	}
}

func goodFunc(name string, t reflect.Type) error {
	switch n := t.NumOut(); {
	case n == 1 || n == 2 && t.Out(1) == errorType:
		return nil
	case n == 2:
		return fmt.Errorf("invalid function signature for %s: second return value should be error; is %s", name, t.Out(1))
	default:
		return fmt.Errorf("function %s has %d return values; should be 1 or 2", name, n)
	}
}

func goodName(name string) bool {
	for i, c := range name {
		if c != '_' && !unicode.IsLetter(c) && (i == 0 || !unicode.IsDigit(c)) {
			return false
		}
	}
	return name != ""
}

// and stands for "and" and "or", which the evaluation does itself.
func and(first reflect.Value, rest ...reflect.Value) reflect.Value { panic("unreachable") }

func truth(v reflect.Value) bool {
	yes, _ := isTrue(inside(v))
	return yes
}

func not(v reflect.Value) bool { return !truth(v) }

// ---- index, slice, len ----

// integral tells whether v is an integer.
func integral(v reflect.Value) bool { return v.CanInt() || v.CanUint() }

// fitting makes a value one of a type, as an argument.
func fitting(v reflect.Value, t reflect.Type) (reflect.Value, error) {
	if !v.IsValid() {
		if !canBeNil(t) {
			return v, fmt.Errorf("value is nil; should be of type %s", t)
		}
		v = reflect.Zero(t)
	}
	if v.Type().AssignableTo(t) {
		return v, nil
	}
	if integral(v) && integral(reflect.Zero(t)) && v.Type().ConvertibleTo(t) {
		return v.Convert(t), nil
	}
	return reflect.Value{}, fmt.Errorf("value has type %s; should be %s", v.Type(), t)
}

// position makes a value an index that is at most limit.
func position(v reflect.Value, limit int) (int, error) {
	var x int64
	switch {
	case v.CanInt():
		x = v.Int()
	case v.CanUint():
		x = int64(v.Uint())
	case !v.IsValid():
		return 0, errors.New("cannot index slice/array with nil")
	default:
		return 0, fmt.Errorf("cannot index slice/array with type %s", v.Type())
	}
	if x < 0 || x > int64(limit) {
		return 0, fmt.Errorf("index out of range: %d", x)
	}
	return int(x), nil
}

func index(item reflect.Value, at ...reflect.Value) (reflect.Value, error) {
	item = inside(item)
	if !item.IsValid() {
		return item, errors.New("index of untyped nil")
	}
	for _, i := range at {
		i = inside(i)
		var isNil bool
		if item, isNil = indirect(item); isNil {
			return reflect.Value{}, errors.New("index of nil pointer")
		}
		switch item.Kind() {
		case reflect.Array, reflect.Slice, reflect.String:
			x, err := position(i, item.Len())
			if err != nil {
				return reflect.Value{}, err
			}
			item = item.Index(x)
		case reflect.Map:
			key, err := fitting(i, item.Type().Key())
			if err != nil {
				return reflect.Value{}, err
			}
			if x := item.MapIndex(key); x.IsValid() {
				item = x
			} else {
				item = reflect.Zero(item.Type().Elem())
			}
		default:
			return reflect.Value{}, fmt.Errorf("can't index item of type %s", item.Type())
		}
	}
	return item, nil
}

func slice(item reflect.Value, at ...reflect.Value) (reflect.Value, error) {
	item = inside(item)
	none := reflect.Value{}
	if !item.IsValid() {
		return none, errors.New("slice of untyped nil")
	}
	if len(at) > 3 {
		return none, fmt.Errorf("too many slice indexes: %d", len(at))
	}
	limit := 0
	switch item.Kind() {
	case reflect.String:
		if len(at) == 3 {
			return none, errors.New("cannot 3-index slice a string")
		}
		limit = item.Len()
	case reflect.Array, reflect.Slice:
		limit = item.Cap()
	default:
		return none, fmt.Errorf("can't slice item of type %s", item.Type())
	}
	bounds := [3]int{0, item.Len()}
	for i, v := range at {
		x, err := position(inside(v), limit)
		if err != nil {
			return none, err
		}
		bounds[i] = x
	}
	if bounds[0] > bounds[1] {
		return none, fmt.Errorf("invalid slice index: %d > %d", bounds[0], bounds[1])
	}
	if len(at) < 3 {
		return item.Slice(bounds[0], bounds[1]), nil
	}
	if bounds[1] > bounds[2] {
		return none, fmt.Errorf("invalid slice index: %d > %d", bounds[1], bounds[2])
	}
	return item.Slice3(bounds[0], bounds[1], bounds[2]), nil
}

func length(v reflect.Value) (int, error) {
	v, isNil := indirect(v)
	if isNil {
		return 0, errors.New("len of nil pointer")
	}
	switch v.Kind() {
	case reflect.Array, reflect.Chan, reflect.Map, reflect.Slice, reflect.String:
		return v.Len(), nil
	case reflect.Invalid:
		return 0, errors.New("len of untyped nil")
	}
	return 0, fmt.Errorf("len of type %s", v.Type())
}

// call has the signature of the function; callNamed is what runs.
func call(f reflect.Value, args ...reflect.Value) (reflect.Value, error) { panic("unreachable") }

func callNamed(name, f reflect.Value, args ...reflect.Value) (reflect.Value, error) {
	f = inside(f)
	none := reflect.Value{}
	if !f.IsValid() {
		return none, errors.New("call of nil")
	}
	t := f.Type()
	if t.Kind() != reflect.Func {
		return none, fmt.Errorf("non-function %s of type %s", name, t)
	}
	if err := goodFunc(name.String(), t); err != nil {
		return none, err
	}
	n := t.NumIn()
	if t.IsVariadic() {
		if len(args) < n-1 {
			return none, fmt.Errorf("wrong number of args for %s: got %d want at least %d", name, len(args), n-1)
		}
	} else if len(args) != n {
		return none, fmt.Errorf("wrong number of args for %s: got %d want %d", name, len(args), n)
	}
	in := make([]reflect.Value, len(args))
	for i, arg := range args {
		var to reflect.Type
		if t.IsVariadic() && i >= n-1 {
			to = t.In(n - 1).Elem()
		} else {
			to = t.In(i)
		}
		var err error
		if in[i], err = fitting(inside(arg), to); err != nil {
			return none, fmt.Errorf("arg %d: %w", i, err)
		}
	}
	return safely(f, in)
}

// ---- comparisons ----

var (
	errBadType   = errors.New("invalid type for comparison")
	errBadTypes  = errors.New("incompatible types for comparison")
	errNoOperand = errors.New("missing argument for comparison")
)

type class int

const (
	classNone class = iota
	classBool
	classComplex
	classInt
	classFloat
	classString
	classUint
)

func classOf(v reflect.Value) class {
	switch {
	case v.CanInt():
		return classInt
	case v.CanUint():
		return classUint
	case v.CanFloat():
		return classFloat
	case v.CanComplex():
		return classComplex
	case v.Kind() == reflect.Bool:
		return classBool
	case v.Kind() == reflect.String:
		return classString
	}
	return classNone
}

func isNil(v reflect.Value) bool {
	return !v.IsValid() || v.Kind() != reflect.Struct && canBeNil(v.Type()) && v.IsNil()
}

func eq(a reflect.Value, others ...reflect.Value) (bool, error) {
	a = inside(a)
	if len(others) == 0 {
		return false, errNoOperand
	}
	for _, b := range others {
		same, err := equal(a, inside(b))
		if same || err != nil {
			return same, err
		}
	}
	return false, nil
}

func equal(a, b reflect.Value) (bool, error) {
	x, y := classOf(a), classOf(b)
	switch {
	case x == classInt && y == classUint:
		return a.Int() >= 0 && uint64(a.Int()) == b.Uint(), nil
	case x == classUint && y == classInt:
		return b.Int() >= 0 && a.Uint() == uint64(b.Int()), nil
	case x != y:
		if a.IsValid() && b.IsValid() {
			return false, errBadTypes
		}
		return false, nil
	}
	switch x {
	case classBool:
		return a.Bool() == b.Bool(), nil
	case classComplex:
		return a.Complex() == b.Complex(), nil
	case classInt:
		return a.Int() == b.Int(), nil
	case classFloat:
		return a.Float() == b.Float(), nil
	case classString:
		return a.String() == b.String(), nil
	case classUint:
		return a.Uint() == b.Uint(), nil
	}
	if a.Kind() != b.Kind() && a.IsValid() && b.IsValid() {
		return false, fmt.Errorf("non-comparable types %s: %v, %s: %v", a, a.Type(), b.Type(), b)
	}
	if isNil(a) || isNil(b) {
		return isNil(a) == isNil(b), nil
	}
	if !b.Type().Comparable() {
		return false, fmt.Errorf("non-comparable type %s: %v", b, b.Type())
	}
	return a.Interface() == b.Interface(), nil
}

func ne(a, b reflect.Value) (bool, error) {
	same, err := eq(a, b)
	return !same, err
}

func lt(a, b reflect.Value) (bool, error) {
	a, b = inside(a), inside(b)
	x, y := classOf(a), classOf(b)
	switch {
	case x == classNone || y == classNone:
		return false, errBadType
	case x == classInt && y == classUint:
		return a.Int() < 0 || uint64(a.Int()) < b.Uint(), nil
	case x == classUint && y == classInt:
		return b.Int() >= 0 && a.Uint() < uint64(b.Int()), nil
	case x != y:
		return false, errBadTypes
	}
	switch x {
	case classInt:
		return a.Int() < b.Int(), nil
	case classFloat:
		return a.Float() < b.Float(), nil
	case classString:
		return a.String() < b.String(), nil
	case classUint:
		return a.Uint() < b.Uint(), nil
	}
	return false, errBadType
}

func le(a, b reflect.Value) (bool, error) {
	less, err := lt(a, b)
	if less || err != nil {
		return less, err
	}
	return eq(a, b)
}

func gt(a, b reflect.Value) (bool, error) {
	not, err := le(a, b)
	return !not && err == nil, err
}

func ge(a, b reflect.Value) (bool, error) {
	less, err := lt(a, b)
	return !less && err == nil, err
}

// URLQueryEscaper gives its arguments' text escaped for a URL's query.
func URLQueryEscaper(args ...any) string { return url.QueryEscape(textOf(args)) }

// textOf prints arguments as the template would.
func textOf(args []any) string {
	if len(args) == 1 {
		if s, ok := args[0].(string); ok {
			return s
		}
	}
	out := make([]any, len(args))
	for i, arg := range args {
		out[i] = arg
		if v, ok := printable(reflect.ValueOf(arg)); ok {
			out[i] = v
		}
	}
	return fmt.Sprint(out...)
}
