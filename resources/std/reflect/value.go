// SPDX-License-Identifier: MIT

package reflect

import (
	"errors"
	"math"
	"strconv"
	"unsafe"
)

// Value is a value of any type. It points to memory: the variable's own, if it is addressable, or a copy.
type Value struct {
	typ  *rtype
	ptr  unsafe.Pointer
	flag uintptr
}

const (
	flagAddr     = 1 // ptr is a variable
	flagStickyRO = 2 // reached through an unexported field
	flagEmbedRO  = 8 // it is an embedded field with an unexported name: its own fields are not read-only for that
	flagReadOnly = flagStickyRO | flagEmbedRO
)

type sliceHeader struct {
	first    unsafe.Pointer
	len, cap int
}

func unpack(v any) (typ *rtype, ptr unsafe.Pointer)
func pack(typ *rtype, ptr unsafe.Pointer) any
func allocate(typ *rtype, n int) unsafe.Pointer
func move(typ *rtype, dst, src unsafe.Pointer, n int)
func equal(typ *rtype, a, b unsafe.Pointer) bool
func makeSlice(elem *rtype, len, cap int) (s []byte)
func mapMake(typ *rtype, n int) unsafe.Pointer
func mapLen(m unsafe.Pointer) int
func mapGet(typ *rtype, m, key unsafe.Pointer) unsafe.Pointer
func mapSet(typ *rtype, m, key, value unsafe.Pointer)
func mapDelete(typ *rtype, m, key unsafe.Pointer)
func mapEntries(typ *rtype, m unsafe.Pointer, keys, values unsafe.Pointer)
func chanLen(c unsafe.Pointer) (n, capacity int)
func setIface(typ *rtype, dst unsafe.Pointer, v any)
func funcName(f unsafe.Pointer) string

// A ValueError says that a method does not go with a Value's kind.
type ValueError struct {
	Method string
	Kind   Kind
}

func (e *ValueError) Error() string {
	if e.Kind == 0 {
		return "reflect: call of " + e.Method + " on zero Value"
	}
	return "reflect: call of " + e.Method + " on " + e.Kind.String() + " Value"
}

func (v Value) wrong(method string) {
	panic(&ValueError{"reflect.Value." + method, v.kind()})
}

func (v Value) kind() Kind {
	if v.typ == nil {
		return Invalid
	}
	return v.typ.kind()
}

func (v Value) mustBe(method string, k Kind) {
	if v.kind() != k {
		v.wrong(method)
	}
}

func (v Value) mustBeAssignable(method string) {
	if v.typ == nil {
		v.wrong(method)
	}
	if v.flag&flagReadOnly != 0 {
		panic("reflect: reflect.Value." + method + " using value obtained using unexported field")
	}
	if v.flag&flagAddr == 0 {
		panic("reflect: reflect.Value." + method + " using unaddressable value")
	}
}

func (v Value) mustBeExported(method string) {
	if v.flag&flagReadOnly != 0 {
		panic("reflect: reflect.Value." + method + " using value obtained using unexported field")
	}
}

// ValueOf gives the Value of i.
func ValueOf(i any) Value {
	if i == nil {
		return Value{}
	}
	typ, ptr := unpack(i)
	return Value{typ, ptr, 0}
}

// New makes a variable and gives a pointer to it.
func New(typ Type) Value {
	if typ == nil {
		panic("reflect: New(nil)")
	}
	t := typ.common()
	return pointerTo(t, allocate(t, 1))
}

func pointerTo(t *rtype, p unsafe.Pointer) Value {
	pt := PointerTo(t).common()
	box := allocate(pt, 1)
	*(*unsafe.Pointer)(box) = p
	return Value{pt, box, 0}
}

// NewAt gives a pointer of a type.
func NewAt(typ Type, p unsafe.Pointer) Value { return pointerTo(typ.common(), p) }

// Zero gives the zero value of a type.
func Zero(typ Type) Value {
	if typ == nil {
		panic("reflect: Zero(nil)")
	}
	t := typ.common()
	return Value{t, allocate(t, 1), 0}
}

// Indirect gives what v points to, or v.
func Indirect(v Value) Value {
	if v.Kind() != Pointer {
		return v
	}
	return v.Elem()
}

// IsValid tells whether v is a value at all.
func (v Value) IsValid() bool { return v.typ != nil }

// Kind gives the kind.
func (v Value) Kind() Kind { return v.kind() }

// Type gives the type.
func (v Value) Type() Type {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.Type", Invalid})
	}
	return v.typ
}

// CanAddr tells whether Addr can be called.
func (v Value) CanAddr() bool { return v.flag&flagAddr != 0 }

// readOnly is what values reached through v inherit.
func (v Value) readOnly() uintptr {
	if v.flag&flagReadOnly != 0 {
		return flagStickyRO
	}
	return 0
}

// CanSet tells whether the value can be changed.
func (v Value) CanSet() bool { return v.flag&(flagAddr|flagReadOnly) == flagAddr }

// CanInterface tells whether Interface can be called.
func (v Value) CanInterface() bool {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.CanInterface", Invalid})
	}
	return v.flag&flagReadOnly == 0
}

// CanInt tells whether Int can be called.
func (v Value) CanInt() bool { return isInt(v.kind()) }

// CanUint tells whether Uint can be called.
func (v Value) CanUint() bool { return isUint(v.kind()) }

// CanFloat tells whether Float can be called.
func (v Value) CanFloat() bool { return isFloat(v.kind()) }

// CanComplex tells whether Complex can be called.
func (v Value) CanComplex() bool { return v.kind() == Complex64 || v.kind() == Complex128 }

// CanConvert tells whether v can be converted to t.
func (v Value) CanConvert(t Type) bool {
	if !v.Type().ConvertibleTo(t) {
		return false
	}
	if v.kind() == Slice {
		if t.Kind() == Array && t.Len() > v.Len() || t.Kind() == Pointer && t.Elem().Len() > v.Len() {
			return false
		}
	}
	return true
}

// Interface gives the value.
func (v Value) Interface() any {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.Interface", Invalid})
	}
	if v.flag&flagReadOnly != 0 {
		panic("reflect.Value.Interface: cannot return value obtained from unexported field or method")
	}
	v = v.function()
	return pack(v.typ, v.ptr)
}

// Addr gives a pointer to the variable.
func (v Value) Addr() Value {
	if v.flag&flagAddr == 0 {
		panic("reflect.Value.Addr of unaddressable value")
	}
	p := pointerTo(v.typ, v.ptr)
	p.flag |= v.readOnly()
	return p
}

// UnsafeAddr gives the variable's address.
func (v Value) UnsafeAddr() uintptr {
	if v.flag&flagAddr == 0 {
		panic("reflect.Value.UnsafeAddr of unaddressable value")
	}
	return uintptr(v.ptr)
}

// ---- scalars ----

// Bool gives a bool.
func (v Value) Bool() bool {
	v.mustBe("Bool", Bool)
	return *(*bool)(v.ptr)
}

// Int gives a signed integer.
func (v Value) Int() int64 {
	switch v.kind() {
	case Int:
		return int64(*(*int)(v.ptr))
	case Int8:
		return int64(*(*int8)(v.ptr))
	case Int16:
		return int64(*(*int16)(v.ptr))
	case Int32:
		return int64(*(*int32)(v.ptr))
	case Int64:
		return *(*int64)(v.ptr)
	}
	v.wrong("Int")
	return 0
}

// Uint gives an integer without sign.
func (v Value) Uint() uint64 {
	switch v.kind() {
	case Uint:
		return uint64(*(*uint)(v.ptr))
	case Uint8:
		return uint64(*(*uint8)(v.ptr))
	case Uint16:
		return uint64(*(*uint16)(v.ptr))
	case Uint32:
		return uint64(*(*uint32)(v.ptr))
	case Uint64:
		return *(*uint64)(v.ptr)
	case Uintptr:
		return uint64(*(*uintptr)(v.ptr))
	}
	v.wrong("Uint")
	return 0
}

// Float gives a float.
func (v Value) Float() float64 {
	switch v.kind() {
	case Float32:
		return float64(*(*float32)(v.ptr))
	case Float64:
		return *(*float64)(v.ptr)
	}
	v.wrong("Float")
	return 0
}

// Complex gives a complex number.
func (v Value) Complex() complex128 {
	switch v.kind() {
	case Complex64:
		return complex128(*(*complex64)(v.ptr))
	case Complex128:
		return *(*complex128)(v.ptr)
	}
	v.wrong("Complex")
	return 0
}

// String gives a string, and "<T Value>" for what is none.
func (v Value) String() string {
	switch v.kind() {
	case String:
		return *(*string)(v.ptr)
	case Invalid:
		return "<invalid Value>"
	}
	return "<" + v.typ.String() + " Value>"
}

// Bytes gives a slice or an addressable array of bytes.
func (v Value) Bytes() []byte {
	switch v.kind() {
	case Slice:
		if v.typ.elem().kind() != Uint8 {
			panic("reflect.Value.Bytes of non-byte slice")
		}
		return *(*[]byte)(v.ptr)
	case Array:
		if v.typ.elem().kind() != Uint8 {
			panic("reflect.Value.Bytes of non-byte array")
		}
		if !v.CanAddr() {
			panic("reflect.Value.Bytes of unaddressable byte array")
		}
		s := sliceHeader{v.ptr, v.Len(), v.Len()}
		return *(*[]byte)(unsafe.Pointer(&s))
	}
	v.wrong("Bytes")
	return nil
}

// SetBool sets a bool.
func (v Value) SetBool(x bool) {
	v.mustBeAssignable("SetBool")
	v.mustBe("SetBool", Bool)
	*(*bool)(v.ptr) = x
}

// SetInt sets a signed integer.
func (v Value) SetInt(x int64) {
	v.mustBeAssignable("SetInt")
	switch v.kind() {
	case Int:
		*(*int)(v.ptr) = int(x)
	case Int8:
		*(*int8)(v.ptr) = int8(x)
	case Int16:
		*(*int16)(v.ptr) = int16(x)
	case Int32:
		*(*int32)(v.ptr) = int32(x)
	case Int64:
		*(*int64)(v.ptr) = x
	default:
		v.wrong("SetInt")
	}
}

// SetUint sets an integer without sign.
func (v Value) SetUint(x uint64) {
	v.mustBeAssignable("SetUint")
	switch v.kind() {
	case Uint:
		*(*uint)(v.ptr) = uint(x)
	case Uint8:
		*(*uint8)(v.ptr) = uint8(x)
	case Uint16:
		*(*uint16)(v.ptr) = uint16(x)
	case Uint32:
		*(*uint32)(v.ptr) = uint32(x)
	case Uint64:
		*(*uint64)(v.ptr) = x
	case Uintptr:
		*(*uintptr)(v.ptr) = uintptr(x)
	default:
		v.wrong("SetUint")
	}
}

// SetFloat sets a float.
func (v Value) SetFloat(x float64) {
	v.mustBeAssignable("SetFloat")
	switch v.kind() {
	case Float32:
		*(*float32)(v.ptr) = float32(x)
	case Float64:
		*(*float64)(v.ptr) = x
	default:
		v.wrong("SetFloat")
	}
}

// SetComplex sets a complex number.
func (v Value) SetComplex(x complex128) {
	v.mustBeAssignable("SetComplex")
	switch v.kind() {
	case Complex64:
		*(*complex64)(v.ptr) = complex64(x)
	case Complex128:
		*(*complex128)(v.ptr) = x
	default:
		v.wrong("SetComplex")
	}
}

// SetString sets a string.
func (v Value) SetString(x string) {
	v.mustBeAssignable("SetString")
	v.mustBe("SetString", String)
	*(*string)(v.ptr) = x
}

// SetBytes sets a slice of bytes.
func (v Value) SetBytes(x []byte) {
	v.mustBeAssignable("SetBytes")
	v.mustBe("SetBytes", Slice)
	*(*[]byte)(v.ptr) = x
}

// OverflowInt tells whether x does not fit.
func (v Value) OverflowInt(x int64) bool {
	if !isInt(v.kind()) {
		v.wrong("OverflowInt")
	}
	bits := v.typ.size() * 8
	return x<<(64-bits)>>(64-bits) != x
}

// OverflowUint tells whether x does not fit.
func (v Value) OverflowUint(x uint64) bool {
	if !isUint(v.kind()) {
		v.wrong("OverflowUint")
	}
	bits := v.typ.size() * 8
	return x<<(64-bits)>>(64-bits) != x
}

// OverflowFloat tells whether x does not fit.
func (v Value) OverflowFloat(x float64) bool {
	switch v.kind() {
	case Float32:
		return math.Abs(x) > math.MaxFloat32 && !math.IsInf(x, 0)
	case Float64:
		return false
	}
	v.wrong("OverflowFloat")
	return false
}

// OverflowComplex tells whether x does not fit.
func (v Value) OverflowComplex(x complex128) bool {
	return v.kind() == Complex64 && (math.Abs(real(x)) > math.MaxFloat32 || math.Abs(imag(x)) > math.MaxFloat32)
}

// ---- pointers and interfaces ----

// IsNil tells whether a pointer, map, channel, function, slice or interface is nil.
func (v Value) IsNil() bool {
	switch v.kind() {
	case Chan, Func, Map, Pointer, UnsafePointer, Slice, Interface:
		return *(*unsafe.Pointer)(v.ptr) == nil // of a bound method: its function
	}
	v.wrong("IsNil")
	return false
}

// IsZero tells whether v is the zero value.
func (v Value) IsZero() bool {
	switch k := v.kind(); k {
	case Invalid:
		v.wrong("IsZero")
	case Chan, Func, Map, Pointer, UnsafePointer, Slice, Interface:
		return v.IsNil()
	case Float32, Float64:
		return math.Float64bits(v.Float()) == 0
	case Array:
		for i := 0; i < v.Len(); i++ {
			if !v.Index(i).IsZero() {
				return false
			}
		}
		return true
	case Struct:
		for i := 0; i < v.NumField(); i++ {
			if !v.Field(i).IsZero() {
				return false
			}
		}
		return true
	case String:
		return v.Len() == 0
	}
	return equal(v.typ, v.ptr, allocate(v.typ, 1))
}

// SetZero sets v to its zero value.
func (v Value) SetZero() { v.Set(Zero(v.typ)) }

// Elem gives what a pointer points to, or what is in an interface.
func (v Value) Elem() Value {
	switch v.kind() {
	case Interface:
		if v.IsNil() {
			return Value{}
		}
		e := ValueOf(pack(v.typ, v.ptr))
		e.flag |= v.readOnly()
		return e
	case Pointer:
		p := *(*unsafe.Pointer)(v.ptr)
		if p == nil {
			return Value{}
		}
		return Value{v.typ.elem(), p, v.flag&flagReadOnly | flagAddr}
	}
	v.wrong("Elem")
	return Value{}
}

// Pointer gives the address that v holds.
func (v Value) Pointer() uintptr {
	switch v.kind() {
	case Chan, Func, Map, Pointer, UnsafePointer, Slice, String:
		return uintptr(*(*unsafe.Pointer)(v.ptr))
	}
	v.wrong("Pointer")
	return 0
}

// UnsafePointer gives the address that v holds.
func (v Value) UnsafePointer() unsafe.Pointer {
	switch v.kind() {
	case Chan, Func, Map, Pointer, UnsafePointer, Slice, String:
		return *(*unsafe.Pointer)(v.ptr)
	}
	v.wrong("UnsafePointer")
	return nil
}

// SetPointer sets an unsafe.Pointer.
func (v Value) SetPointer(x unsafe.Pointer) {
	v.mustBeAssignable("SetPointer")
	v.mustBe("SetPointer", UnsafePointer)
	*(*unsafe.Pointer)(v.ptr) = x
}

// assignTo gives v as a value of type t, as an assignment makes it.
func (v Value) assignTo(context string, t *rtype) Value {
	v = v.function()
	if v.typ == t {
		return v
	}
	if !assignable(v.typ, t) {
		panic(context + ": value of type " + v.typ.String() + " is not assignable to type " + t.String())
	}
	if t.kind() == Interface {
		p := allocate(t, 1)
		if v.kind() != Interface || !v.IsNil() {
			setIface(t, p, pack(v.typ, v.ptr))
		}
		return Value{t, p, 0}
	}
	return Value{t, v.ptr, 0}
}

// Set assigns x to v.
func (v Value) Set(x Value) {
	v.mustBeAssignable("Set")
	x.mustBeExported("Set")
	if x.typ == nil {
		panic(&ValueError{"reflect.Set", Invalid})
	}
	x = x.assignTo("reflect.Set", v.typ)
	move(v.typ, v.ptr, x.ptr, 1)
}

// ---- parts ----

// Len gives the length of an array, channel, map, slice or string.
func (v Value) Len() int {
	switch v.kind() {
	case Array:
		return typeInt(v.typ, intLength, 0)
	case Chan:
		n, _ := chanLen(*(*unsafe.Pointer)(v.ptr))
		return n
	case Map:
		return mapLen(*(*unsafe.Pointer)(v.ptr))
	case Slice:
		return (*sliceHeader)(v.ptr).len
	case String:
		return len(*(*string)(v.ptr))
	case Pointer:
		if v.typ.elem().kind() == Array {
			return typeInt(v.typ.elem(), intLength, 0)
		}
		panic("reflect: call of reflect.Value.Len on ptr to non-array Value")
	}
	v.wrong("Len")
	return 0
}

// Cap gives the capacity of an array, channel or slice.
func (v Value) Cap() int {
	switch v.kind() {
	case Array:
		return typeInt(v.typ, intLength, 0)
	case Chan:
		_, n := chanLen(*(*unsafe.Pointer)(v.ptr))
		return n
	case Slice:
		return (*sliceHeader)(v.ptr).cap
	}
	v.wrong("Cap")
	return 0
}

// Index gives element i of an array, slice or string.
func (v Value) Index(i int) Value {
	switch v.kind() {
	case Array:
		if uint(i) >= uint(v.Len()) {
			panic("reflect: array index out of range")
		}
		e := v.typ.elem()
		return Value{e, unsafe.Add(v.ptr, uintptr(i)*e.size()), v.flag}
	case Slice:
		s := (*sliceHeader)(v.ptr)
		if uint(i) >= uint(s.len) {
			panic("reflect: slice index out of range")
		}
		e := v.typ.elem()
		return Value{e, unsafe.Add(s.first, uintptr(i)*e.size()), v.readOnly() | flagAddr}
	case String:
		s := *(*string)(v.ptr)
		if uint(i) >= uint(len(s)) {
			panic("reflect: string index out of range")
		}
		e := ValueOf(s[i])
		e.flag |= v.readOnly()
		return e
	}
	v.wrong("Index")
	return Value{}
}

// NumField counts the fields of a struct.
func (v Value) NumField() int {
	v.mustBe("NumField", Struct)
	return typeInt(v.typ, intFields, 0)
}

// Field gives field i of a struct.
func (v Value) Field(i int) Value {
	v.mustBe("Field", Struct)
	if uint(i) >= uint(typeInt(v.typ, intFields, 0)) {
		panic("reflect: Field index out of range")
	}
	f := Value{typePtr(v.typ, ptrField, i), unsafe.Add(v.ptr, typeInt(v.typ, intOffset, i)), v.flag &^ flagEmbedRO}
	if typeStr(v.typ, strFieldPkgPath, i) != "" {
		if typeInt(v.typ, intEmbedded, i) != 0 {
			f.flag |= flagEmbedRO
		} else {
			f.flag |= flagStickyRO
		}
	}
	return f
}

// FieldByIndex gives a field of a field.
func (v Value) FieldByIndex(index []int) Value {
	for i, x := range index {
		if i > 0 && v.Kind() == Pointer && v.typ.elem().kind() == Struct {
			if v.IsNil() {
				panic("reflect: indirection through nil pointer to embedded struct")
			}
			v = v.Elem()
		}
		v = v.Field(x)
	}
	return v
}

// FieldByName gives the field of that name, or the zero Value.
func (v Value) FieldByName(name string) Value {
	v.mustBe("FieldByName", Struct)
	if f, ok := v.typ.FieldByName(name); ok {
		return v.FieldByIndex(f.Index)
	}
	return Value{}
}

// FieldByNameFunc gives the field whose name matches, or the zero Value.
func (v Value) FieldByNameFunc(match func(string) bool) Value {
	if f, ok := v.typ.FieldByNameFunc(match); ok {
		return v.FieldByIndex(f.Index)
	}
	return Value{}
}

// Slice gives v[i:j].
func (v Value) Slice(i, j int) Value {
	switch v.kind() {
	case String:
		s := *(*string)(v.ptr)
		if i < 0 || j < i || j > len(s) {
			panic("reflect.Value.Slice: string slice index out of bounds")
		}
		r := allocate(v.typ, 1)
		*(*string)(r) = s[i:j]
		return Value{v.typ, r, v.readOnly()}
	case Slice:
		return v.Slice3(i, j, v.Cap())
	case Array:
		if v.flag&flagAddr == 0 {
			panic("reflect.Value.Slice: slice of unaddressable array")
		}
		return v.Slice3(i, j, v.Len())
	}
	v.wrong("Slice")
	return Value{}
}

// Slice3 gives v[i:j:k].
func (v Value) Slice3(i, j, k int) Value {
	var first unsafe.Pointer
	var typ *rtype
	switch v.kind() {
	case Slice:
		first = (*sliceHeader)(v.ptr).first
		typ = v.typ
	case Array:
		first = v.ptr
		typ = SliceOf(v.typ.elem()).common()
	default:
		v.wrong("Slice3")
	}
	if i < 0 || j < i || k < j || k > v.Cap() {
		panic("reflect.Value.Slice: slice index out of bounds")
	}
	r := allocate(typ, 1)
	s := (*sliceHeader)(r)
	s.len = j - i
	s.cap = k - i
	s.first = first
	if k > i {
		s.first = unsafe.Add(first, uintptr(i)*typ.elem().size())
	}
	return Value{typ, r, v.readOnly()}
}

// MakeSlice makes a slice.
func MakeSlice(typ Type, len, cap int) Value {
	if typ.Kind() != Slice {
		panic("reflect.MakeSlice of non-slice type")
	}
	if len < 0 || cap < len {
		panic("reflect.MakeSlice: negative len")
	}
	t := typ.common()
	r := allocate(t, 1)
	*(*[]byte)(r) = makeSlice(t.elem(), len, cap)
	return Value{t, r, 0}
}

// SetLen sets the length of a slice.
func (v Value) SetLen(n int) {
	v.mustBeAssignable("SetLen")
	v.mustBe("SetLen", Slice)
	s := (*sliceHeader)(v.ptr)
	if uint(n) > uint(s.cap) {
		panic("reflect: slice length out of range in SetLen")
	}
	s.len = n
}

// SetCap sets the capacity of a slice.
func (v Value) SetCap(n int) {
	v.mustBeAssignable("SetCap")
	v.mustBe("SetCap", Slice)
	s := (*sliceHeader)(v.ptr)
	if n < s.len || n > s.cap {
		panic("reflect: slice capacity out of range in SetCap")
	}
	s.cap = n
}

// Grow makes room for n more elements.
func (v Value) Grow(n int) {
	v.mustBeAssignable("Grow")
	v.mustBe("Grow", Slice)
	if v.Len()+n > v.Cap() {
		v.Set(grown(v, n))
	}
}

// grown gives a slice with the elements of s and room for n more.
func grown(s Value, n int) Value {
	length, capacity := s.Len(), s.Cap()
	if length+n > capacity {
		capacity = max(2*capacity, length+n, 4)
	}
	r := MakeSlice(s.typ, length, capacity)
	move(s.typ.elem(), (*sliceHeader)(r.ptr).first, (*sliceHeader)(s.ptr).first, length)
	return r
}

// Append appends values to a slice.
func Append(s Value, x ...Value) Value {
	s.mustBe("Append", Slice)
	n := s.Len()
	var r Value
	if n+len(x) <= s.Cap() {
		r = s.Slice3(0, n, s.Cap())
	} else {
		r = grown(s, len(x))
	}
	(*sliceHeader)(r.ptr).len = n + len(x)
	for i, e := range x {
		r.Index(n + i).Set(e)
	}
	return r
}

// AppendSlice appends a slice to a slice.
func AppendSlice(s, t Value) Value {
	for i := 0; i < t.Len(); i++ {
		s = Append(s, t.Index(i))
	}
	return s
}

// Copy copies elements.
func Copy(dst, src Value) int {
	n := min(dst.Len(), src.Len())
	if src.kind() == String {
		return copy(dst.Bytes(), src.String())
	}
	if n > 0 {
		move(dst.typ.elem(), dst.Index(0).ptr, src.Index(0).ptr, n)
	}
	return n
}

// ---- maps ----

// MakeMap makes a map.
func MakeMap(typ Type) Value { return MakeMapWithSize(typ, 0) }

// MakeMapWithSize makes a map with room for n entries.
func MakeMapWithSize(typ Type, n int) Value {
	if typ.Kind() != Map {
		panic("reflect.MakeMapWithSize of non-map type")
	}
	t := typ.common()
	r := allocate(t, 1)
	*(*unsafe.Pointer)(r) = mapMake(t, n)
	return Value{t, r, 0}
}

// MapIndex gives the value of key, or the zero Value.
func (v Value) MapIndex(key Value) Value {
	v.mustBe("MapIndex", Map)
	key = key.assignTo("reflect.Value.MapIndex", typePtr(v.typ, ptrKey, 0))
	p := mapGet(v.typ, *(*unsafe.Pointer)(v.ptr), key.ptr)
	if p == nil {
		return Value{}
	}
	return Value{v.typ.elem(), p, v.readOnly() | key.readOnly()}
}

func (v Value) entries() (keys, values Value) {
	n := v.Len()
	kt, vt := typePtr(v.typ, ptrKey, 0), v.typ.elem()
	k, e := allocate(kt, n+1), allocate(vt, n+1)
	mapEntries(v.typ, *(*unsafe.Pointer)(v.ptr), k, e)
	ro := v.readOnly()
	return Value{kt, k, ro}, Value{vt, e, ro}
}

// MapKeys gives the keys.
func (v Value) MapKeys() []Value {
	v.mustBe("MapKeys", Map)
	keys, _ := v.entries()
	out := make([]Value, v.Len())
	for i := range out {
		out[i] = Value{keys.typ, unsafe.Add(keys.ptr, uintptr(i)*keys.typ.size()), keys.flag}
	}
	return out
}

// SetMapIndex sets the value of key, or deletes it if elem is the zero Value.
func (v Value) SetMapIndex(key, elem Value) {
	v.mustBe("SetMapIndex", Map)
	v.mustBeExported("SetMapIndex")
	key = key.assignTo("reflect.Value.SetMapIndex", typePtr(v.typ, ptrKey, 0))
	m := *(*unsafe.Pointer)(v.ptr)
	if elem.typ == nil {
		mapDelete(v.typ, m, key.ptr)
		return
	}
	elem = elem.assignTo("reflect.Value.SetMapIndex", v.typ.elem())
	mapSet(v.typ, m, key.ptr, elem.ptr)
}

// A MapIter walks over a map.
type MapIter struct {
	m            Value
	keys, values Value
	i, n         int
}

// MapRange begins a walk.
func (v Value) MapRange() *MapIter {
	v.mustBe("MapRange", Map)
	it := &MapIter{m: v, i: -1, n: v.Len()}
	it.keys, it.values = v.entries()
	return it
}

func (it *MapIter) at(list Value) Value {
	if it.i < 0 || it.i >= it.n {
		panic("MapIter.Key called before Next")
	}
	return Value{list.typ, unsafe.Add(list.ptr, uintptr(it.i)*list.typ.size()), list.flag}
}

// Next goes on.
func (it *MapIter) Next() bool {
	it.i++
	return it.i < it.n
}

// Key gives the key.
func (it *MapIter) Key() Value { return it.at(it.keys) }

// Value gives the value.
func (it *MapIter) Value() Value { return it.at(it.values) }

// Reset walks over v.
func (it *MapIter) Reset(v Value) { *it = *v.MapRange() }

// SetIterKey sets v to the key.
func (v Value) SetIterKey(it *MapIter) { v.Set(it.Key()) }

// SetIterValue sets v to the value.
func (v Value) SetIterValue(it *MapIter) { v.Set(it.Value()) }

// Clear empties a map or zeroes a slice.
func (v Value) Clear() {
	switch v.kind() {
	case Map:
		for _, k := range v.MapKeys() {
			v.SetMapIndex(k, Value{})
		}
	case Slice:
		for i := 0; i < v.Len(); i++ {
			v.Index(i).SetZero()
		}
	default:
		v.wrong("Clear")
	}
}

// ---- comparing and converting ----

// Comparable tells whether v can be compared.
func (v Value) Comparable() bool {
	switch v.kind() {
	case Invalid:
		return true
	case Interface:
		return v.IsNil() || v.Elem().Comparable()
	case Array:
		for i := 0; i < v.Len(); i++ {
			if !v.Index(i).Comparable() {
				return false
			}
		}
		return v.typ.Comparable()
	case Struct:
		for i := 0; i < v.NumField(); i++ {
			if !v.Field(i).Comparable() {
				return false
			}
		}
		return true
	}
	return v.typ.Comparable()
}

// Equal tells whether v == u.
func (v Value) Equal(u Value) bool {
	if v.kind() == Interface {
		v = v.Elem()
	}
	if u.kind() == Interface {
		u = u.Elem()
	}
	if !v.IsValid() || !u.IsValid() {
		return v.IsValid() == u.IsValid()
	}
	if v.typ != u.typ {
		return false
	}
	if !v.typ.Comparable() {
		panic("reflect.Value.Equal: values of type " + v.typ.String() + " are not comparable")
	}
	return equal(v.typ, v.ptr, u.ptr)
}

// Convert gives v as a value of type t.
func (v Value) Convert(t Type) Value {
	u := t.common()
	if !convertible(v.typ, u) {
		panic("reflect.Value.Convert: value of type " + v.typ.String() + " cannot be converted to type " + u.String())
	}
	a, b := v.kind(), u.kind()
	ro := v.readOnly()
	if b == Interface || assignable(v.typ, u) {
		r := v.assignTo("reflect.Value.Convert", u)
		r.flag = ro
		return r
	}
	if a == b && sameUnderlying(v.typ, u, false) || a == Pointer && b == Pointer {
		return Value{u, v.ptr, ro}
	}
	r := Value{u, allocate(u, 1), flagAddr}
	switch {
	case isInt(b):
		switch {
		case isInt(a):
			r.SetInt(v.Int())
		case isUint(a):
			r.SetInt(int64(v.Uint()))
		default:
			r.SetInt(int64(v.Float()))
		}
	case isUint(b):
		switch {
		case isInt(a):
			r.SetUint(uint64(v.Int()))
		case isUint(a):
			r.SetUint(v.Uint())
		default:
			r.SetUint(uint64(v.Float()))
		}
	case isFloat(b):
		switch {
		case isInt(a):
			r.SetFloat(float64(v.Int()))
		case isUint(a):
			r.SetFloat(float64(v.Uint()))
		default:
			r.SetFloat(v.Float())
		}
	case b == Complex64 || b == Complex128:
		r.SetComplex(v.Complex())
	case b == String && a == Slice:
		if v.typ.elem().kind() == Uint8 {
			r.SetString(string(*(*[]byte)(v.ptr)))
		} else {
			r.SetString(string(*(*[]rune)(v.ptr)))
		}
	case b == String && isInt(a):
		r.SetString(string(rune(v.Int())))
	case b == String:
		r.SetString(string(rune(v.Uint())))
	case b == Slice:
		if u.elem().kind() == Uint8 {
			*(*[]byte)(r.ptr) = []byte(v.String())
		} else {
			*(*[]rune)(r.ptr) = []rune(v.String())
		}
	case b == Array:
		if typeInt(u, intLength, 0) > v.Len() {
			panic("reflect: cannot convert slice with length " + strconv.Itoa(v.Len()) + " to array with length " +
				strconv.Itoa(typeInt(u, intLength, 0)))
		}
		move(u, r.ptr, (*sliceHeader)(v.ptr).first, 1)
	case b == Pointer:
		*(*unsafe.Pointer)(r.ptr) = (*sliceHeader)(v.ptr).first
	}
	r.flag = ro
	return r
}

// SliceAt gives the slice of n elements that begins at p.
func SliceAt(typ Type, p unsafe.Pointer, n int) Value {
	if n < 0 {
		panic("reflect.SliceAt: slice length out of range")
	}
	t := SliceOf(typ).common()
	r := allocate(t, 1)
	*(*sliceHeader)(r) = sliceHeader{p, n, n}
	return Value{t, r, 0}
}

// FieldByIndexErr is FieldByIndex with an error for a nil pointer on the way.
func (v Value) FieldByIndexErr(index []int) (Value, error) {
	for i, x := range index {
		if i > 0 && v.Kind() == Pointer && v.typ.elem().kind() == Struct {
			if v.IsNil() {
				return Value{}, errors.New("reflect: indirection through nil pointer to embedded struct field " + v.typ.elem().Name())
			}
			v = v.Elem()
		}
		v = v.Field(x)
	}
	return v, nil
}

// InterfaceData gives the two words of an interface.
func (v Value) InterfaceData() [2]uintptr {
	v.mustBe("InterfaceData", Interface)
	return *(*[2]uintptr)(v.ptr)
}

// ---- methods and functions ----

// NumMethod counts the exported methods.
func (v Value) NumMethod() int {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.NumMethod", Invalid})
	}
	return v.typ.NumMethod()
}

// Swapper gives a function that swaps elements of a slice.
func Swapper(slice any) func(i, j int) {
	v := ValueOf(slice)
	if v.Kind() != Slice {
		panic(&ValueError{Method: "Swapper", Kind: v.Kind()})
	}
	e := v.typ.elem()
	room := allocate(e, 1)
	return func(i, j int) {
		a, b := v.Index(i).ptr, v.Index(j).ptr
		move(e, room, a, 1)
		move(e, a, b, 1)
		move(e, b, room, 1)
	}
}

// ---- DeepEqual ----

type visit struct {
	a, b unsafe.Pointer
	typ  *rtype
}

func deepEqual(a, b Value, visited map[visit]bool) bool {
	if !a.IsValid() || !b.IsValid() {
		return a.IsValid() == b.IsValid()
	}
	if a.typ != b.typ {
		return false
	}
	switch a.kind() {
	case Pointer, Map, Slice:
		if !a.IsNil() && !b.IsNil() {
			v := visit{*(*unsafe.Pointer)(a.ptr), *(*unsafe.Pointer)(b.ptr), a.typ}
			if uintptr(v.a) > uintptr(v.b) {
				v.a, v.b = v.b, v.a
			}
			if visited[v] {
				return true
			}
			if a.kind() != Slice || a.Len() > 0 {
				visited[v] = true
			}
		}
	}
	switch a.kind() {
	case Array:
		for i := 0; i < a.Len(); i++ {
			if !deepEqual(a.Index(i), b.Index(i), visited) {
				return false
			}
		}
		return true
	case Slice:
		if a.IsNil() != b.IsNil() || a.Len() != b.Len() {
			return false
		}
		if a.Pointer() == b.Pointer() {
			return true
		}
		for i := 0; i < a.Len(); i++ {
			if !deepEqual(a.Index(i), b.Index(i), visited) {
				return false
			}
		}
		return true
	case Interface:
		if a.IsNil() || b.IsNil() {
			return a.IsNil() == b.IsNil()
		}
		return deepEqual(a.Elem(), b.Elem(), visited)
	case Pointer:
		if a.Pointer() == b.Pointer() {
			return true
		}
		return deepEqual(a.Elem(), b.Elem(), visited)
	case Struct:
		for i := 0; i < a.NumField(); i++ {
			if !deepEqual(a.Field(i), b.Field(i), visited) {
				return false
			}
		}
		return true
	case Map:
		if a.IsNil() != b.IsNil() || a.Len() != b.Len() {
			return false
		}
		if a.Pointer() == b.Pointer() {
			return true
		}
		it := a.MapRange()
		for it.Next() {
			e := b.MapIndex(it.Key())
			if !e.IsValid() || !deepEqual(it.Value(), e, visited) {
				return false
			}
		}
		return true
	case Func:
		return a.IsNil() && b.IsNil()
	}
	return equal(a.typ, a.ptr, b.ptr)
}

// DeepEqual tells whether x and y are equal all the way down.
func DeepEqual(x, y any) bool {
	if x == nil || y == nil {
		return x == y
	}
	return deepEqual(ValueOf(x), ValueOf(y), make(map[visit]bool))
}

// StringHeader is the form of a string.
type StringHeader struct {
	Data uintptr
	Len  int
}

// SliceHeader is the form of a slice.
type SliceHeader struct {
	Data uintptr
	Len  int
	Cap  int
}
