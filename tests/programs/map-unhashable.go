package main

import (
	"errors"
	"fmt"
	"runtime"
)

type S struct{ f interface{} }

func try(name string, f func()) {
	defer func() {
		r := recover()
		_, isErr := r.(error)
		var re runtime.Error
		e, _ := r.(error)
		fmt.Println(name, "|", r, "|", isErr, errors.As(e, &re))
	}()
	f()
	fmt.Println(name, "no panic")
}

func main() {
	m := map[interface{}]int{}
	try("slice key", func() { m[[]int{1}] = 1 })
	try("map key", func() { m[map[string]int{}] = 1 })
	try("func key", func() { m[func() {}] = 1 })
	try("nested", func() { m[S{[]string{}}] = 1 })
	try("array", func() { m[[1]interface{}{[]byte{}}] = 1 })
	try("lookup", func() { _ = m[[]int{}] })
	try("lookup ok", func() { _, _ = m[S{m}] })
	try("delete", func() { delete(m, interface{}([]int{})) })
	var nm map[interface{}]int
	try("nil map lookup", func() { _ = nm[[]int{}] })
	try("nil map store", func() { nm[1] = 1 })
	var a, b interface{} = []int{1}, []int{1}
	try("compare slices", func() { fmt.Println(a == b) })
	try("compare different", func() { fmt.Println(a == 1, a == nil, 1 == a) })
	try("compare structs", func() { fmt.Println(interface{}(S{a}) == interface{}(S{b})) })
	try("compare struct vals", func() { fmt.Println(S{a} == S{b}) })
	try("struct early out", func() { fmt.Println(S{1} == S{a}) })
	type T struct {
		n int
		f interface{}
	}
	try("field order", func() { fmt.Println(T{1, a} == T{2, b}) })
	try("arrays", func() { fmt.Println([2]interface{}{1, a} == [2]interface{}{2, a}) })
	var f1, f2 interface{} = func() {}, func() {}
	try("funcs", func() { fmt.Println(f1 == f2) })
	var e1 error = errMap{}
	try("errors", func() { fmt.Println(e1 == e1) })
	try("switch", func() {
		switch a {
		case b:
			fmt.Println("same")
		}
	})
	try("literal", func() { _ = map[interface{}]int{b: 2} })
	fmt.Println(len(m))
}

type errMap map[int]int

func (errMap) Error() string { return "errMap" }

// Output:
// slice key | runtime error: hash of unhashable type []int | true true
// map key | runtime error: hash of unhashable type map[string]int | true true
// func key | runtime error: hash of unhashable type func() | true true
// nested | runtime error: hash of unhashable type []string | true true
// array | runtime error: hash of unhashable type []uint8 | true true
// lookup | runtime error: hash of unhashable type []int | true true
// lookup ok | runtime error: hash of unhashable type map[interface {}]int | true true
// delete | runtime error: hash of unhashable type []int | true true
// nil map lookup | runtime error: hash of unhashable type []int | true true
// nil map store | assignment to entry in nil map | true true
// compare slices | runtime error: comparing uncomparable type []int | true true
// false false false
// compare different no panic
// compare different | <nil> | false false
// compare structs | runtime error: comparing uncomparable type []int | true true
// compare struct vals | runtime error: comparing uncomparable type []int | true true
// false
// struct early out no panic
// struct early out | <nil> | false false
// false
// field order no panic
// field order | <nil> | false false
// false
// arrays no panic
// arrays | <nil> | false false
// funcs | runtime error: comparing uncomparable type func() | true true
// errors | runtime error: comparing uncomparable type main.errMap | true true
// switch | runtime error: comparing uncomparable type []int | true true
// literal | runtime error: hash of unhashable type []int | true true
// 0
