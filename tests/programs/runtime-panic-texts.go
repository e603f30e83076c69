// Every run-time panic has Go's exact text and is a runtime.Error.
package main

import (
	"fmt"
	"runtime"
)

type T struct{ n int }
type M interface{ Missing() }

func try(name string, f func()) {
	defer func() {
		e := recover()
		_, isRuntime := e.(runtime.Error)
		fmt.Println(name, isRuntime, e)
	}()
	f()
}

func main() {
	s, i, j, k := []int{1, 2, 3}, 5, -1, 2
	arr, text := [3]int{}, "abc"
	var p *T
	var m map[string]int
	var f func()
	var e error
	var x, none any = "s", nil
	var keys = map[any]int{}
	try("index", func() { _ = s[i] })
	try("negative index", func() { _ = s[j] })
	try("array", func() { arr[i] = 1 })
	try("string", func() { _ = text[i] })
	try("slice high", func() { _ = s[:i] })
	try("slice low", func() { _ = s[i:] })
	try("slice crossed", func() { _ = s[k:1] })
	try("slice negative", func() { _ = s[j:] })
	try("slice negative high", func() { _ = s[:j] })
	try("string slice", func() { _ = text[:i] })
	try("string low", func() { _ = text[i:] })
	try("array slice", func() { _ = arr[:i] })
	try("full high", func() { _ = s[0:1:i] })
	try("full crossed", func() { _ = s[0:3:k] })
	try("full low", func() { _ = s[k:1:k] })
	try("full negative", func() { _ = s[0:1:j] })
	try("nil pointer", func() { p.n = 1 })
	try("nil map", func() { m["a"] = 1 })
	try("nil func", func() { f() })
	try("nil interface", func() { _ = e.Error() })
	try("divide", func() { _ = k / (i - 5) })
	try("remainder", func() { _ = k % (i - 5) })
	try("shift", func() { _ = k << j })
	try("conversion", func() { _ = x.(int) })
	try("conversion of nil", func() { _ = none.(int) })
	try("conversion to interface", func() { _ = x.(M) })
	try("nil to interface", func() { _ = none.(M) })
	try("conversion from error", func() { _ = e.(interface{ Foo() }) })
	try("unhashable", func() { keys[[]int{1}] = 1 })
	try("unhashable inside", func() { keys[struct{ a any }{func() {}}] = 1 })
	try("uncomparable", func() { x = s; fmt.Println(x == x) })
	try("make slice", func() { _ = make([]int, j) })
	try("make capacity", func() { _ = make([]int, k, j+2) })
	try("make chan", func() { _ = make(chan int, j) })
	try("close nil", func() { var c chan int; close(c) })
	try("close closed", func() { c := make(chan int); close(c); close(c) })
	try("send closed", func() { c := make(chan int, 1); close(c); c <- 1 })
}

// Output:
// index true runtime error: index out of range [5] with length 3
// negative index true runtime error: index out of range [-1]
// array true runtime error: index out of range [5] with length 3
// string true runtime error: index out of range [5] with length 3
// slice high true runtime error: slice bounds out of range [:5] with capacity 3
// slice low true runtime error: slice bounds out of range [5:3]
// slice crossed true runtime error: slice bounds out of range [2:1]
// slice negative true runtime error: slice bounds out of range [-1:]
// slice negative high true runtime error: slice bounds out of range [:-1]
// string slice true runtime error: slice bounds out of range [:5] with length 3
// string low true runtime error: slice bounds out of range [5:3]
// array slice true runtime error: slice bounds out of range [:5] with length 3
// full high true runtime error: slice bounds out of range [::5] with capacity 3
// full crossed true runtime error: slice bounds out of range [:3:2]
// full low true runtime error: slice bounds out of range [2:1:]
// full negative true runtime error: slice bounds out of range [::-1]
// nil pointer true runtime error: invalid memory address or nil pointer dereference
// nil map true assignment to entry in nil map
// nil func true runtime error: invalid memory address or nil pointer dereference
// nil interface true runtime error: invalid memory address or nil pointer dereference
// divide true runtime error: integer divide by zero
// remainder true runtime error: integer divide by zero
// shift true runtime error: negative shift amount
// conversion true interface conversion: interface {} is string, not int
// conversion of nil true interface conversion: interface {} is nil, not int
// conversion to interface true interface conversion: string is not main.M: missing method Missing
// nil to interface true interface conversion: interface is nil, not main.M
// conversion from error true interface conversion: interface is nil, not interface { Foo() }
// unhashable true runtime error: hash of unhashable type []int
// unhashable inside true runtime error: hash of unhashable type func()
// uncomparable true runtime error: comparing uncomparable type []int
// make slice true runtime error: makeslice: len out of range
// make capacity true runtime error: makeslice: cap out of range
// make chan true makechan: size out of range
// close nil true close of nil channel
// close closed true close of closed channel
// send closed true send on closed channel
