// SPDX-License-Identifier: MIT

// Package reflect looks at types and values at run time. A *rtype points to the machine's own description of a type,
// which is one for each type: equal types are equal pointers.
package reflect

import (
	"strconv"
	"unsafe"
)

// Kind is the kind of a type.
type Kind uint

// The kinds, as engine/code/rtype.h numbers them too.
const (
	Invalid Kind = iota
	Bool
	Int
	Int8
	Int16
	Int32
	Int64
	Uint
	Uint8
	Uint16
	Uint32
	Uint64
	Uintptr
	Float32
	Float64
	Complex64
	Complex128
	Array
	Chan
	Func
	Interface
	Map
	Pointer
	Slice
	String
	Struct
	UnsafePointer
)

// Ptr is the old name of Pointer.
const Ptr = Pointer

var kindNames = [...]string{"invalid", "bool", "int", "int8", "int16", "int32", "int64", "uint", "uint8", "uint16",
	"uint32", "uint64", "uintptr", "float32", "float64", "complex64", "complex128", "array", "chan", "func", "interface",
	"map", "ptr", "slice", "string", "struct", "unsafe.Pointer"}

// String gives the kind's name.
func (k Kind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return "kind" + strconv.Itoa(int(k))
}

// ChanDir is the direction of a channel type.
type ChanDir int

// The directions.
const (
	RecvDir ChanDir = 1 << iota
	SendDir
	BothDir = RecvDir | SendDir
)

// String gives the direction as Go writes it.
func (d ChanDir) String() string {
	switch d {
	case SendDir:
		return "chan<-"
	case RecvDir:
		return "<-chan"
	case BothDir:
		return "chan"
	}
	return "ChanDir" + strconv.Itoa(int(d))
}

// Type is a type of Go.
type Type interface {
	Align() int
	FieldAlign() int
	Method(int) Method
	MethodByName(string) (Method, bool)
	NumMethod() int
	Name() string
	PkgPath() string
	Size() uintptr
	String() string
	Kind() Kind
	Implements(u Type) bool
	AssignableTo(u Type) bool
	ConvertibleTo(u Type) bool
	Comparable() bool
	Bits() int
	ChanDir() ChanDir
	IsVariadic() bool
	Elem() Type
	Field(i int) StructField
	FieldByIndex(index []int) StructField
	FieldByName(name string) (StructField, bool)
	FieldByNameFunc(match func(string) bool) (StructField, bool)
	In(i int) Type
	Key() Type
	Len() int
	NumField() int
	NumIn() int
	NumOut() int
	Out(i int) Type
	OverflowComplex(x complex128) bool
	OverflowFloat(x float64) bool
	OverflowInt(x int64) bool
	OverflowUint(x uint64) bool
	CanSeq() bool
	CanSeq2() bool
	common() *rtype
}

// rtype stands for the machine's description of a type; its fields are not Go's.
type rtype struct {
	_ [64]byte
}

// What typeInt, typePtr and typeStr tell, as engine/std/reflect.c numbers them too.
const (
	intKind = iota
	intSize
	intAlign
	intLength
	intDir
	intVariadic
	intParams
	intResults
	intFields
	intMethods
	intComparable
	intOffset
	intEmbedded
	intPointers
)

const (
	ptrElem = iota
	ptrKey
	ptrParam
	ptrResult
	ptrField
	ptrMethod
	ptrPointerTo
)

const (
	strText = iota
	strName
	strPkgPath
	strFieldName
	strFieldTag
	strFieldPkgPath
	strMethodName
	strMethodPkgPath
)

func typeOf(v any) *rtype
func typeInt(t *rtype, what, i int) int
func typePtr(t *rtype, what, i int) *rtype
func typeStr(t *rtype, what, i int) string
func implements(t, iface *rtype) bool
func sameUnderlying(t, u *rtype, tags bool) bool

func toType(t *rtype) Type {
	if t == nil {
		return nil
	}
	return t
}

// TypeOf gives the dynamic type of i, or nil.
func TypeOf(i any) Type { return toType(typeOf(i)) }

// TypeFor gives the type T.
func TypeFor[T any]() Type {
	var v T
	if t := TypeOf(v); t != nil {
		return t
	}
	return TypeOf((*T)(nil)).Elem()
}

func (t *rtype) common() *rtype  { return t }
func (t *rtype) Align() int      { return typeInt(t, intAlign, 0) }
func (t *rtype) FieldAlign() int { return typeInt(t, intAlign, 0) }
func (t *rtype) Size() uintptr   { return uintptr(typeInt(t, intSize, 0)) }
func (t *rtype) String() string  { return typeStr(t, strText, 0) }
func (t *rtype) Kind() Kind      { return Kind(typeInt(t, intKind, 0)) }
func (t *rtype) kind() Kind      { return Kind(typeInt(t, intKind, 0)) }
func (t *rtype) elem() *rtype    { return typePtr(t, ptrElem, 0) }
func (t *rtype) size() uintptr   { return uintptr(typeInt(t, intSize, 0)) }

func (t *rtype) Name() string {
	if name := typeStr(t, strName, 0); name != "" {
		return name
	}
	if k := t.kind(); k <= Complex128 || k == String {
		return t.String()
	}
	return ""
}

func (t *rtype) PkgPath() string  { return typeStr(t, strPkgPath, 0) }
func (t *rtype) Comparable() bool { return typeInt(t, intComparable, 0) != 0 }

func (t *rtype) must(method string, kinds ...Kind) {
	k := t.kind()
	for _, want := range kinds {
		if k == want {
			return
		}
	}
	panic("reflect: " + method + " of non-" + kinds[0].String() + " type " + t.String())
}

func (t *rtype) Bits() int {
	if k := t.kind(); k < Int || k > Complex128 {
		panic("reflect: Bits of non-arithmetic Type " + t.String())
	}
	return int(t.size()) * 8
}

func (t *rtype) ChanDir() ChanDir {
	t.must("ChanDir", Chan)
	switch typeInt(t, intDir, 0) {
	case 1:
		return SendDir
	case 2:
		return RecvDir
	}
	return BothDir
}

func (t *rtype) IsVariadic() bool {
	t.must("IsVariadic", Func)
	return typeInt(t, intVariadic, 0) != 0
}

func (t *rtype) Elem() Type {
	switch t.kind() {
	case Array, Chan, Map, Pointer, Slice:
		return t.elem()
	}
	panic("reflect: Elem of invalid type " + t.String())
}

func (t *rtype) Key() Type {
	t.must("Key", Map)
	return typePtr(t, ptrKey, 0)
}

func (t *rtype) Len() int {
	t.must("Len", Array)
	return typeInt(t, intLength, 0)
}

func (t *rtype) NumField() int {
	t.must("NumField", Struct)
	return typeInt(t, intFields, 0)
}

func (t *rtype) NumIn() int {
	t.must("NumIn", Func)
	return typeInt(t, intParams, 0)
}

func (t *rtype) NumOut() int {
	t.must("NumOut", Func)
	return typeInt(t, intResults, 0)
}

func (t *rtype) In(i int) Type {
	t.must("In", Func)
	return typePtr(t, ptrParam, i)
}

func (t *rtype) Out(i int) Type {
	t.must("Out", Func)
	return typePtr(t, ptrResult, i)
}

// ---- fields ----

// StructField is a field of a struct type.
type StructField struct {
	Name      string
	PkgPath   string
	Type      Type
	Tag       StructTag
	Offset    uintptr
	Index     []int
	Anonymous bool
}

// IsExported tells whether the field is exported.
func (f StructField) IsExported() bool { return f.PkgPath == "" }

// StructTag is the tag of a field: key:"value" pairs.
type StructTag string

// Get gives the value of key, or "".
func (tag StructTag) Get(key string) string {
	v, _ := tag.Lookup(key)
	return v
}

// Lookup gives the value of key and whether it is there.
func (tag StructTag) Lookup(key string) (value string, ok bool) {
	for tag != "" {
		i := 0
		for i < len(tag) && tag[i] == ' ' {
			i++
		}
		tag = tag[i:]
		if tag == "" {
			break
		}
		i = 0
		for i < len(tag) && tag[i] > ' ' && tag[i] != ':' && tag[i] != '"' && tag[i] != 0x7f {
			i++
		}
		if i == 0 || i+1 >= len(tag) || tag[i] != ':' || tag[i+1] != '"' {
			break
		}
		name := string(tag[:i])
		tag = tag[i+1:]
		i = 1
		for i < len(tag) && tag[i] != '"' {
			if tag[i] == '\\' {
				i++
			}
			i++
		}
		if i >= len(tag) {
			break
		}
		quoted := string(tag[:i+1])
		tag = tag[i+1:]
		if key == name {
			value, err := strconv.Unquote(quoted)
			if err != nil {
				break
			}
			return value, true
		}
	}
	return "", false
}

func (t *rtype) Field(i int) StructField {
	t.must("Field", Struct)
	if i < 0 || i >= typeInt(t, intFields, 0) {
		panic("reflect: Field index out of bounds")
	}
	return StructField{
		Name:      typeStr(t, strFieldName, i),
		PkgPath:   typeStr(t, strFieldPkgPath, i),
		Type:      typePtr(t, ptrField, i),
		Tag:       StructTag(typeStr(t, strFieldTag, i)),
		Offset:    uintptr(typeInt(t, intOffset, i)),
		Index:     []int{i},
		Anonymous: typeInt(t, intEmbedded, i) != 0,
	}
}

func (t *rtype) FieldByIndex(index []int) StructField {
	var f StructField
	var at Type = t
	for i, x := range index {
		if i > 0 && at.Kind() == Pointer && at.Elem().Kind() == Struct {
			at = at.Elem()
		}
		f = at.Field(x)
		at = f.Type
	}
	return f
}

func (t *rtype) FieldByName(name string) (StructField, bool) {
	return t.FieldByNameFunc(func(s string) bool { return s == name })
}

// FieldByNameFunc searches breadth first through embedded structs; two at one depth hide each other.
func (t *rtype) FieldByNameFunc(match func(string) bool) (result StructField, ok bool) {
	t.must("FieldByNameFunc", Struct)
	type place struct {
		t     *rtype
		index []int
	}
	current := []place{{t, nil}}
	seen := map[*rtype]bool{}
	for len(current) > 0 {
		var next []place
		for _, p := range current {
			if seen[p.t] {
				continue
			}
			seen[p.t] = true
			for i, n := 0, typeInt(p.t, intFields, 0); i < n; i++ {
				index := append(append([]int(nil), p.index...), i)
				if match(typeStr(p.t, strFieldName, i)) {
					if ok {
						return StructField{}, false
					}
					result = p.t.Field(i)
					result.Index = index
					ok = true
					continue
				}
				if typeInt(p.t, intEmbedded, i) != 0 {
					e := typePtr(p.t, ptrField, i)
					if e.kind() == Pointer {
						e = e.elem()
					}
					if e.kind() == Struct {
						next = append(next, place{e, index})
					}
				}
			}
		}
		if ok {
			return
		}
		current = next
	}
	return
}

// VisibleFields gives all fields that are reached by name, those of embedded structs too.
func VisibleFields(t Type) []StructField {
	var out []StructField
	var walk func(t Type, index []int)
	walk = func(s Type, index []int) {
		for i := 0; i < s.NumField(); i++ {
			f := s.Field(i)
			f.Index = append(append([]int(nil), index...), i)
			if found, ok := t.FieldByName(f.Name); ok && len(found.Index) == len(f.Index) {
				out = append(out, f)
			}
			if f.Anonymous {
				e := f.Type
				if e.Kind() == Pointer {
					e = e.Elem()
				}
				if e.Kind() == Struct && e != t {
					walk(e, f.Index)
				}
			}
		}
	}
	walk(t, nil)
	return out
}

// ---- methods ----

// Method is a method of a type.
type Method struct {
	Name    string
	PkgPath string
	Type    Type
	Func    Value
	Index   int
}

// IsExported tells whether the method is exported.
func (m Method) IsExported() bool { return m.PkgPath == "" }

// exported gives the numbers of the exported methods; of all methods of an interface type.
func (t *rtype) exported() []int {
	var out []int
	all := t.kind() == Interface
	for i, n := 0, typeInt(t, intMethods, 0); i < n; i++ {
		if all || typeStr(t, strMethodPkgPath, i) == "" {
			out = append(out, i)
		}
	}
	return out
}

func (t *rtype) NumMethod() int { return len(t.exported()) }

func (t *rtype) Method(i int) Method {
	list := t.exported()
	if i < 0 || i >= len(list) {
		panic("reflect: Method index out of range")
	}
	m := Method{
		Name:    typeStr(t, strMethodName, list[i]),
		PkgPath: typeStr(t, strMethodPkgPath, list[i]),
		Type:    typePtr(t, ptrMethod, list[i]),
		Index:   i,
	}
	if t.kind() != Interface {
		m.Type, m.Func = methodExpr(t, i, list[i])
	}
	return m
}

func (t *rtype) MethodByName(name string) (Method, bool) {
	for i, k := range t.exported() {
		if typeStr(t, strMethodName, k) == name {
			return t.Method(i), true
		}
	}
	return Method{}, false
}

// ---- relations ----

func (t *rtype) Implements(u Type) bool {
	if u == nil {
		panic("reflect: nil type passed to Type.Implements")
	}
	if u.Kind() != Interface {
		panic("reflect: non-interface type passed to Type.Implements")
	}
	return implements(t, u.common())
}

func (t *rtype) named() bool {
	return typeStr(t, strName, 0) != "" || t.kind() <= Complex128 || t.kind() == String
}

// assignable tells whether a value of type t may be assigned to type u (Go specification, "Assignability").
func assignable(t, u *rtype) bool {
	if t == u {
		return true
	}
	if u.kind() == Interface {
		return implements(t, u)
	}
	if t.named() && u.named() || t.kind() != u.kind() {
		return false
	}
	if t.kind() == Chan && typeInt(t, intDir, 0) == 0 && t.elem() == u.elem() {
		return true
	}
	return sameUnderlying(t, u, true)
}

func (t *rtype) AssignableTo(u Type) bool {
	if u == nil {
		panic("reflect: nil type passed to Type.AssignableTo")
	}
	return assignable(t, u.common())
}

func isInt(k Kind) bool   { return Int <= k && k <= Int64 }
func isUint(k Kind) bool  { return Uint <= k && k <= Uintptr }
func isFloat(k Kind) bool { return k == Float32 || k == Float64 }

func convertible(t, u *rtype) bool {
	if assignable(t, u) || sameUnderlying(t, u, false) {
		return true
	}
	a, b := t.kind(), u.kind()
	switch {
	case isInt(a) || isUint(a):
		return isInt(b) || isUint(b) || isFloat(b) || b == String
	case isFloat(a):
		return isInt(b) || isUint(b) || isFloat(b)
	case a == Complex64 || a == Complex128:
		return b == Complex64 || b == Complex128
	case a == String:
		return b == Slice && (u.elem().kind() == Uint8 || u.elem().kind() == Int32)
	case a == Slice && b == String:
		return t.elem().kind() == Uint8 || t.elem().kind() == Int32
	case a == Slice && b == Array, a == Slice && b == Pointer && u.elem().kind() == Array:
		e := u
		if b == Pointer {
			e = u.elem()
		}
		return t.elem() == e.elem()
	case a == Pointer && b == Pointer:
		return typeStr(t, strName, 0) == "" && typeStr(u, strName, 0) == "" && sameUnderlying(t.elem(), u.elem(), false)
	}
	return false
}

func (t *rtype) ConvertibleTo(u Type) bool {
	if u == nil {
		panic("reflect: nil type passed to Type.ConvertibleTo")
	}
	return convertible(t, u.common())
}

func (t *rtype) OverflowComplex(x complex128) bool { return Zero(t).OverflowComplex(x) }
func (t *rtype) OverflowFloat(x float64) bool      { return Zero(t).OverflowFloat(x) }
func (t *rtype) OverflowInt(x int64) bool          { return Zero(t).OverflowInt(x) }
func (t *rtype) OverflowUint(x uint64) bool        { return Zero(t).OverflowUint(x) }

func (t *rtype) CanSeq() bool {
	if isIterator(t, 1) || t.kind() == Pointer && t.elem().kind() == Array {
		return true
	}
	switch k := t.kind(); {
	case isInt(k), isUint(k), k == Array, k == Slice, k == Chan, k == String, k == Map:
		return true
	}
	return false
}

func (t *rtype) CanSeq2() bool {
	if isIterator(t, 2) || t.kind() == Pointer && t.elem().kind() == Array {
		return true
	}
	switch t.kind() {
	case Array, Slice, String, Map:
		return true
	}
	return false
}

var _ unsafe.Pointer
