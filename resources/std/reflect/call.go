// SPDX-License-Identifier: MIT

package reflect

import (
	"unsafe"
)

// flagMethod says that ptr points to a methodValue.
const flagMethod = 4

// methodValue is a method bound to its receiver.
type methodValue struct {
	fn   unsafe.Pointer
	recv any
}

func loadSlots(typ *rtype, memory, slots unsafe.Pointer)
func storeSlots(typ *rtype, memory, slots unsafe.Pointer)
func slotCount(typ *rtype) int
func methodFunc(t *rtype, i int) unsafe.Pointer
func dataWord(v any) unsafe.Pointer

// Call calls the function v.
func (v Value) Call(in []Value) []Value {
	v.mustBe("Call", Func)
	v.mustBeExported("Call")
	t := v.typ
	n := typeInt(t, intParams, 0)
	if typeInt(t, intVariadic, 0) != 0 {
		if len(in) < n-1 {
			panic("reflect: Call with too few input arguments")
		}
		list := typePtr(t, ptrParam, n-1)
		rest := MakeSlice(list, 0, len(in)-n+1)
		for _, x := range in[n-1:] {
			if x.Kind() == Invalid {
				panic("reflect: Call using zero Value argument")
			}
			if !assignable(x.typ, list.elem()) {
				panic("reflect: cannot use " + x.typ.String() + " as type " + list.elem().String() + " in Call")
			}
			rest = Append(rest, x)
		}
		in = append(append([]Value(nil), in[:n-1]...), rest)
	}
	return v.call("Call", in)
}

// CallSlice calls the variadic function v with a slice for its last parameter.
func (v Value) CallSlice(in []Value) []Value {
	v.mustBe("CallSlice", Func)
	v.mustBeExported("CallSlice")
	if typeInt(v.typ, intVariadic, 0) == 0 {
		panic("reflect: CallSlice of non-variadic function")
	}
	return v.call("CallSlice", in)
}

func (v Value) call(op string, in []Value) []Value {
	t := v.typ
	n := typeInt(t, intParams, 0)
	if len(in) < n {
		panic("reflect: " + op + " with too few input arguments")
	}
	if len(in) > n {
		panic("reflect: " + op + " with too many input arguments")
	}
	slot, slots := 0, 0
	for i := range n {
		slot += slotCount(typePtr(t, ptrParam, i))
	}
	out := make([]Value, typeInt(t, intResults, 0))
	for i := range out {
		slots += slotCount(typePtr(t, ptrResult, i))
	}
	f := newFrame(slot+1, slots)
	fn := *(*unsafe.Pointer)(v.ptr)
	slot = 0
	if v.flag&flagMethod != 0 {
		m := (*methodValue)(v.ptr)
		fn = m.fn
		f.args[0] = dataWord(m.recv)
		slot = 1
	}
	if fn == nil {
		panic("reflect.Value.Call: call of nil function")
	}
	for i, x := range in {
		if x.Kind() == Invalid {
			panic("reflect: " + op + " using zero Value argument")
		}
		x.mustBeExported(op)
		p := typePtr(t, ptrParam, i)
		if !assignable(x.typ, p) {
			panic("reflect: " + op + " using " + x.typ.String() + " as type " + p.String())
		}
		x = x.assignTo("reflect.Value.Call", p)
		k := slotCount(p)
		if k > 0 {
			loadSlots(p, x.ptr, unsafe.Pointer(&f.args[slot]))
		}
		slot += k
	}
	call(fn, f, slots)
	slot = 0
	for i := range out {
		r := typePtr(t, ptrResult, i)
		p := allocate(r, 1)
		if k := slotCount(r); k > 0 {
			storeSlots(r, p, unsafe.Pointer(&f.res[slot]))
			slot += k
		}
		out[i] = Value{r, p, 0}
	}
	return out
}

// MakeFunc makes a function of a type that calls fn.
func MakeFunc(typ Type, fn func(args []Value) (results []Value)) Value {
	if typ.Kind() != Func {
		panic("reflect: call of MakeFunc with non-Func type")
	}
	t := typ.common()
	in, out := typeInt(t, intParams, 0), typeInt(t, intResults, 0)
	args, results := 0, 0
	for i := 0; i < in; i++ {
		args += slotCount(typePtr(t, ptrParam, i))
	}
	for i := 0; i < out; i++ {
		results += slotCount(typePtr(t, ptrResult, i))
	}
	p := trampoline(args, results, func(f *frame) {
		values := make([]Value, in)
		slot := 0
		for i := range values {
			at := typePtr(t, ptrParam, i)
			memory := allocate(at, 1)
			if k := slotCount(at); k > 0 {
				storeSlots(at, memory, unsafe.Pointer(&f.args[slot]))
				slot += k
			}
			values[i] = Value{at, memory, 0}
		}
		ret := fn(values)
		if len(ret) != out {
			panic("reflect: wrong return count from function created by MakeFunc")
		}
		slot = 0
		for i, v := range ret {
			rt := typePtr(t, ptrResult, i)
			if v.typ == nil {
				panic("reflect: function created by MakeFunc using closure returned zero Value")
			}
			v.mustBeExported("MakeFunc")
			v = v.assignTo("reflect.MakeFunc", rt)
			if k := slotCount(rt); k > 0 {
				loadSlots(rt, v.ptr, unsafe.Pointer(&f.res[slot]))
				slot += k
			}
		}
	})
	box := allocate(t, 1)
	*(*unsafe.Pointer)(box) = p
	return Value{t, box, 0}
}

// Method gives method i of v, bound to v.
func (v Value) Method(i int) Value {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.Method", Invalid})
	}
	list := v.typ.exported()
	if uint(i) >= uint(len(list)) {
		panic("reflect: Method index out of range")
	}
	if v.kind() == Interface {
		if v.IsNil() {
			panic("reflect: Method on nil interface value")
		}
		name := typeStr(v.typ, strMethodName, list[i])
		ro := v.readOnly()
		m := v.Elem().MethodByName(name)
		m.flag |= ro
		return m
	}
	fn := methodFunc(v.typ, list[i])
	if fn == nil {
		panic("reflect: method " + typeStr(v.typ, strMethodName, list[i]) + " of " + v.typ.String() + " is not in the program")
	}
	m := &methodValue{fn, pack(v.typ, v.ptr)}
	return Value{typePtr(v.typ, ptrMethod, list[i]), unsafe.Pointer(m), v.readOnly() | flagMethod}
}

// MethodByName gives the method of that name, bound to v, or the zero Value.
func (v Value) MethodByName(name string) Value {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.MethodByName", Invalid})
	}
	for i, k := range v.typ.exported() {
		if typeStr(v.typ, strMethodName, k) == name {
			return v.Method(i)
		}
	}
	return Value{}
}

// function makes a bound method an ordinary function.
func (v Value) function() Value {
	if v.flag&flagMethod == 0 {
		return v
	}
	variadic := typeInt(v.typ, intVariadic, 0) != 0
	f := MakeFunc(v.typ, func(args []Value) []Value {
		if variadic {
			return v.CallSlice(args)
		}
		return v.Call(args)
	})
	f.flag |= v.readOnly()
	return f
}

// methodExpr is the method as a function whose first parameter is the receiver, if the program has that type.
func methodExpr(t *rtype, i, k int) (Type, Value) {
	m := typePtr(t, ptrMethod, k)
	in := []*rtype{t}
	for n := range typeInt(m, intParams, 0) {
		in = append(in, typePtr(m, ptrParam, n))
	}
	var out []*rtype
	for n := range typeInt(m, intResults, 0) {
		out = append(out, typePtr(m, ptrResult, n))
	}
	ft := findFunc(in, out, typeInt(m, intVariadic, 0) != 0)
	if methodFunc(t, k) == nil {
		return ft, Value{}
	}
	variadic := typeInt(m, intVariadic, 0) != 0
	return ft, MakeFunc(ft, func(args []Value) []Value {
		bound := args[0].Method(i)
		if variadic {
			return bound.CallSlice(args[1:])
		}
		return bound.Call(args[1:])
	})
}
