// SPDX-License-Identifier: MIT

package reflect

import (
	"strconv"
	"unicode"
)

func findType(kind int, elem, key *rtype, n int) *rtype
func findFunc(params, results []*rtype, variadic bool) *rtype
func findStruct(types []*rtype, words []string, embedded []bool) *rtype

// PointerTo gives *t.
func PointerTo(t Type) Type { return findType(int(Pointer), t.common(), nil, 0) }

// PtrTo gives *t.
func PtrTo(t Type) Type { return PointerTo(t) }

// SliceOf gives []t.
func SliceOf(t Type) Type { return findType(int(Slice), t.common(), nil, 0) }

// ArrayOf gives [n]t.
func ArrayOf(length int, elem Type) Type {
	if length < 0 {
		panic("reflect: negative length passed to ArrayOf")
	}
	e := elem.common()
	if size := e.size(); size > 0 && uintptr(length) > 1<<31/size {
		panic("reflect.ArrayOf: array size would exceed virtual address space")
	}
	return findType(int(Array), e, nil, length)
}

// MapOf gives map[key]elem.
func MapOf(key, elem Type) Type {
	if !key.Comparable() {
		panic("reflect.MapOf: invalid key type " + key.String())
	}
	return findType(int(Map), elem.common(), key.common(), 0)
}

// ChanOf gives the channel type.
func ChanOf(dir ChanDir, t Type) Type {
	e := t.common()
	if e.size() >= 1<<16 {
		panic("reflect.ChanOf: element size too large")
	}
	n := 0
	switch dir {
	case SendDir:
		n = 1
	case RecvDir:
		n = 2
	case BothDir:
	default:
		panic("reflect.ChanOf: invalid dir")
	}
	return findType(int(Chan), e, nil, n)
}

func commons(types []Type) []*rtype {
	out := make([]*rtype, len(types))
	for i, t := range types {
		out[i] = t.common()
	}
	return out
}

// FuncOf gives the function type.
func FuncOf(in, out []Type, variadic bool) Type {
	if variadic && (len(in) == 0 || in[len(in)-1].Kind() != Slice) {
		panic("reflect.FuncOf: last arg of variadic func must be slice")
	}
	return findFunc(commons(in), commons(out), variadic)
}

func isIdentifier(name string) bool {
	for i, c := range name {
		if c != '_' && !unicode.IsLetter(c) && (i == 0 || !unicode.IsDigit(c)) {
			return false
		}
	}
	return name != ""
}

// StructOf gives the struct type. Embedded fields do not give it their methods.
func StructOf(fields []StructField) Type {
	var (
		types    []*rtype
		words    []string
		embedded []bool
		path     string
	)
	seen := map[string]bool{}
	for i, f := range fields {
		number := strconv.Itoa(i)
		if f.Name == "" {
			panic("reflect.StructOf: field " + number + " has no name")
		}
		if !isIdentifier(f.Name) {
			panic("reflect.StructOf: field " + number + " has invalid name")
		}
		if f.Type == nil {
			panic("reflect.StructOf: field " + number + " has no type")
		}
		if f.Anonymous && f.PkgPath != "" {
			panic("reflect.StructOf: field \"" + f.Name + "\" is anonymous but has PkgPath set")
		}
		exported := unicode.IsUpper([]rune(f.Name)[0])
		if exported && f.PkgPath != "" {
			panic("reflect.StructOf: field \"" + f.Name + "\" is exported but has PkgPath")
		}
		if !exported && f.PkgPath == "" {
			panic("reflect.StructOf: field \"" + f.Name + "\" is unexported but missing PkgPath")
		}
		if f.PkgPath != "" {
			if path != "" && path != f.PkgPath {
				panic("reflect.Struct: fields with different PkgPath " + path + " and " + f.PkgPath)
			}
			path = f.PkgPath
		}
		if seen[f.Name] && f.Name != "_" {
			panic("reflect.StructOf: duplicate field " + f.Name)
		}
		seen[f.Name] = true
		types = append(types, f.Type.common())
		words = append(words, f.Name, f.PkgPath, string(f.Tag))
		embedded = append(embedded, f.Anonymous)
	}
	return findStruct(types, words, embedded)
}
