// SPDX-License-Identifier: MIT

package reflect

import "iter"

func countSigned(v Value) iter.Seq[Value] {
	return func(yield func(Value) bool) {
		for i := int64(0); i < v.Int(); i++ {
			x := New(v.typ).Elem()
			x.SetInt(i)
			x.flag = 0
			if !yield(x) {
				return
			}
		}
	}
}

func countUnsigned(v Value) iter.Seq[Value] {
	return func(yield func(Value) bool) {
		for i := uint64(0); i < v.Uint(); i++ {
			x := New(v.typ).Elem()
			x.SetUint(i)
			x.flag = 0
			if !yield(x) {
				return
			}
		}
	}
}

// fromFunc walks over what an iterator function gives.
func fromFunc(v Value, yield func(args []Value) bool) {
	rf := MakeFunc(v.typ.In(0), func(in []Value) []Value { return []Value{ValueOf(yield(in))} })
	v.Call([]Value{rf})
}

func isIterator(t *rtype, values int) bool {
	if t.kind() != Func || typeInt(t, intParams, 0) != 1 || typeInt(t, intResults, 0) != 0 {
		return false
	}
	y := typePtr(t, ptrParam, 0)
	return y.kind() == Func && typeInt(y, intParams, 0) == values && typeInt(y, intResults, 0) == 1 &&
		typePtr(y, ptrResult, 0).kind() == Bool
}

// pointedArray gives the array that v points to, or v.
func pointedArray(v Value) Value {
	if v.kind() == Pointer && v.typ.elem().kind() == Array {
		return v.Elem()
	}
	return v
}

// Seq gives what a range over v with one variable gives.
func (v Value) Seq() iter.Seq[Value] {
	if v.IsValid() && isIterator(v.typ, 1) {
		return func(yield func(Value) bool) {
			fromFunc(v, func(in []Value) bool { return yield(in[0]) })
		}
	}
	switch k := v.kind(); {
	case isInt(k):
		return countSigned(v)
	case isUint(k):
		return countUnsigned(v)
	case k == Chan:
		return func(yield func(Value) bool) {
			for x, ok := v.Recv(); ok; x, ok = v.Recv() {
				if !yield(x) {
					return
				}
			}
		}
	case k == String:
		return func(yield func(Value) bool) {
			for i := range v.String() {
				if !yield(ValueOf(i)) {
					return
				}
			}
		}
	case k == Map:
		return func(yield func(Value) bool) {
			for it := v.MapRange(); it.Next(); {
				if !yield(it.Key()) {
					return
				}
			}
		}
	}
	a := pointedArray(v)
	if k := a.kind(); k != Array && k != Slice {
		panic("reflect: " + v.Type().String() + " cannot produce iter.Seq[Value]")
	}
	return func(yield func(Value) bool) {
		for i := range a.Len() {
			if !yield(ValueOf(i)) {
				return
			}
		}
	}
}

// Seq2 gives what a range over v with two variables gives.
func (v Value) Seq2() iter.Seq2[Value, Value] {
	if v.IsValid() && isIterator(v.typ, 2) {
		return func(yield func(Value, Value) bool) {
			fromFunc(v, func(in []Value) bool { return yield(in[0], in[1]) })
		}
	}
	switch v.kind() {
	case String:
		return func(yield func(Value, Value) bool) {
			for i, c := range v.String() {
				if !yield(ValueOf(i), ValueOf(c)) {
					return
				}
			}
		}
	case Map:
		return func(yield func(Value, Value) bool) {
			for it := v.MapRange(); it.Next(); {
				if !yield(it.Key(), it.Value()) {
					return
				}
			}
		}
	}
	a := pointedArray(v)
	if k := a.kind(); k != Array && k != Slice {
		panic("reflect: " + v.Type().String() + " cannot produce iter.Seq2[Value, Value]")
	}
	return func(yield func(Value, Value) bool) {
		for i := range a.Len() {
			if !yield(ValueOf(i), a.Index(i)) {
				return
			}
		}
	}
}
