package main

import (
	"fmt"
	"runtime"
	"strings"
)

type T struct {
	p *T
	a [4]int
	i interface{ M() }
	f func()
	m map[string]int
}

func try(name string, f func()) {
	defer func() {
		r := recover()
		re, ok := r.(runtime.Error)
		if !ok {
			fmt.Println(name, "=>", r)
			return
		}
		fmt.Println(name, "=>", re, strings.HasPrefix(re.Error(), "runtime error: "))
	}()
	f()
}

var zero int
var big = 100

func main() {
	var t T
	var pt *T
	s := []int{1}
	try("deref", func() { _ = *pt })
	try("field", func() { _ = pt.a })
	try("field store", func() { pt.p = nil })
	try("nested", func() { _ = t.p.p.p })
	try("array index via nil", func() { _ = pt.a[2] })
	try("addr of field via nil", func() { _ = &pt.a })
	try("slice of nil array", func() { _ = pt.a[:] })
	try("range nil array ptr", func() {
		var ap *[3]int
		for i := range ap {
			_ = i
		}
		for range ap {
		}
		for _, v := range ap {
			_ = v
		}
	})
	try("nil iface", func() { t.i.M() })
	try("nil func", func() { t.f() })
	try("nil map", func() { t.m["a"] = 1 })
	try("nil map addassign", func() { t.m["a"] += 1 })
	try("div", func() { _ = 1 / zero })
	try("mod", func() { _ = 1 % zero })
	try("div8", func() { _ = int8(1) / int8(zero) })
	try("udiv", func() { _ = uint(1) / uint(zero) })
	try("divassign", func() { x := 1; x /= zero })
	try("float div", func() { fmt.Println(1 / float64(zero)) })
	try("index", func() { _ = s[big] })
	try("index store", func() { s[big] = 1 })
	try("index int8", func() { _ = s[int8(-3+zero)] })
	try("array", func() { _ = t.a[big] })
	try("array ptr", func() { _ = (&t.a)[big] })
	try("string", func() { _ = "abc"[big] })
	try("slice", func() { _ = s[big:] })
	try("slice2", func() { _ = s[:big] })
	try("slice str", func() { _ = "hello"[big:] })
	try("slice str2", func() { _ = "hello"[3 : 2+zero] })
	try("slice arr", func() { _ = t.a[1:big] })
	try("makeslice", func() { _ = make([]int, zero-1) })
	try("makeslice cap", func() { _ = make([]int, 2, 1+zero) })
	try("makeslice huge", func() { _ = make([]int64, 1<<62+zero) })
	try("makechan", func() { _ = make(chan int, zero-1) })
	try("makemap negative is fine", func() { _ = make(map[int]int, zero-1) })
	try("close nil", func() { var c chan int; close(c) })
	try("close closed", func() { c := make(chan int); close(c); close(c) })
	try("send closed", func() { c := make(chan int); close(c); c <- 1 })
	try("select send closed", func() {
		c := make(chan int)
		close(c)
		select {
		case c <- 1:
		default:
		}
	})
	try("assert", func() { _ = interface{}(1).(string) })
	try("assert nil", func() { _ = interface{}(nil).(string) })
	try("assert iface", func() { _ = interface{}(1).(error) })
	try("arr conv ok", func() { _ = (*[0]int)(nil) })
	try("nil error", func() { var e error; _ = e.Error() })
	try("custom", func() { panic(fmt.Sprintf("%v", []int{1})) })
	try("error value", func() { panic(fmt.Errorf("e")) })
	try("goexit-free", func() {})
	try("overflow shift", func() { _ = 1 << (zero - 1) })
	try("copy ok", func() { copy(s, []int(nil)) })
	try("append nil", func() { s = append(s, pt.a[0]) })
	try("order", func() { s[big] = func() int { fmt.Print("rhs first; "); return 1 }() })
	try("order map", func() { t.m["k"] = func() int { fmt.Print("rhs first; "); return 1 }() })
	try("ptr order", func() { pt.a[1] = func() int { fmt.Print("rhs first; "); return 1 }() })
	try("swap", func() { s[0], s[big] = 9, 9 })
	fmt.Println(s)
}

// Output:
// deref => runtime error: invalid memory address or nil pointer dereference true
// field => runtime error: invalid memory address or nil pointer dereference true
// field store => runtime error: invalid memory address or nil pointer dereference true
// nested => runtime error: invalid memory address or nil pointer dereference true
// array index via nil => runtime error: invalid memory address or nil pointer dereference true
// addr of field via nil => runtime error: invalid memory address or nil pointer dereference true
// slice of nil array => runtime error: invalid memory address or nil pointer dereference true
// range nil array ptr => runtime error: invalid memory address or nil pointer dereference true
// nil iface => runtime error: invalid memory address or nil pointer dereference true
// nil func => runtime error: invalid memory address or nil pointer dereference true
// nil map => assignment to entry in nil map false
// nil map addassign => assignment to entry in nil map false
// div => runtime error: integer divide by zero true
// mod => runtime error: integer divide by zero true
// div8 => runtime error: integer divide by zero true
// udiv => runtime error: integer divide by zero true
// divassign => runtime error: integer divide by zero true
// +Inf
// float div => <nil>
// index => runtime error: index out of range [100] with length 1 true
// index store => runtime error: index out of range [100] with length 1 true
// index int8 => runtime error: index out of range [-3] true
// array => runtime error: index out of range [100] with length 4 true
// array ptr => runtime error: index out of range [100] with length 4 true
// string => runtime error: index out of range [100] with length 3 true
// slice => runtime error: slice bounds out of range [100:1] true
// slice2 => runtime error: slice bounds out of range [:100] with capacity 1 true
// slice str => runtime error: slice bounds out of range [100:5] true
// slice str2 => runtime error: slice bounds out of range [3:2] true
// slice arr => runtime error: slice bounds out of range [:100] with length 4 true
// makeslice => runtime error: makeslice: len out of range true
// makeslice cap => runtime error: makeslice: cap out of range true
// makeslice huge => runtime error: makeslice: len out of range true
// makechan => makechan: size out of range false
// makemap negative is fine => <nil>
// close nil => close of nil channel false
// close closed => close of closed channel false
// send closed => send on closed channel false
// select send closed => send on closed channel false
// assert => interface conversion: interface {} is int, not string false
// assert nil => interface conversion: interface {} is nil, not string false
// assert iface => interface conversion: int is not error: missing method Error false
// arr conv ok => <nil>
// nil error => runtime error: invalid memory address or nil pointer dereference true
// custom => [1]
// error value => e
// goexit-free => <nil>
// overflow shift => runtime error: negative shift amount true
// copy ok => <nil>
// append nil => runtime error: invalid memory address or nil pointer dereference true
// rhs first; order => runtime error: index out of range [100] with length 1 true
// rhs first; order map => assignment to entry in nil map false
// rhs first; ptr order => runtime error: invalid memory address or nil pointer dereference true
// swap => runtime error: index out of range [100] with length 1 true
// [9]
