package main

import (
	"errors"
	"fmt"
	"io"
)

type St struct{ a int }

func (s St) String() string { return "St!" }

type Er struct{}

func (*Er) Error() string { return "Er!" }

func classify(x interface{}) string {
	switch v := x.(type) {
	case nil:
		return fmt.Sprintf("nil %T %v", v, v)
	case int:
		return fmt.Sprint("int ", v+1)
	case int8, int16:
		return fmt.Sprintf("small %T", v)
	case float64:
		return fmt.Sprint("float ", v/2)
	case string:
		return "string " + v
	case error:
		return "error " + v.Error()
	case fmt.Stringer:
		return "stringer " + v.String()
	case []int:
		return fmt.Sprint("slice ", len(v))
	case [2]int:
		return fmt.Sprint("array ", v[1])
	case map[string]int, chan int:
		return fmt.Sprintf("%T", v)
	case func() int:
		return fmt.Sprint("func ", v())
	case *int:
		*v++
		return fmt.Sprint("ptr ", *v)
	case struct{ X int }:
		return fmt.Sprint("anon ", v.X)
	case interface{ Foo() }:
		return "fooer"
	case bool, byte, rune:
		return fmt.Sprintf("other %v", v)
	default:
		return fmt.Sprintf("default %T", v)
	}
}

type foo int

func (foo) Foo() {}

func main() {
	n := 5
	for _, x := range []interface{}{nil, 1, int8(2), int16(3), 2.5, "s", errors.New("e"), &Er{}, St{1}, &St{2}, []int{1}, [2]int{1, 9},
		map[string]int{}, make(chan int), func() int { return 4 }, &n, struct{ X int }{3}, foo(1), true, 'r', byte(1), uint(9), struct{}{}, io.EOF, [3]int{}, 1i} {
		fmt.Println(classify(x))
	}
	switch x := interface{}(n); y := x.(type) {
	case int:
		fmt.Println("init", y+x.(int))
	}
	switch interface{}(n).(type) {
	case string, int:
		fmt.Println("no var")
		if n > 1 {
			break
		}
		fmt.Println("not reached")
	}
	var e error
	switch e.(type) {
	case nil:
		fmt.Println("nil error")
	case *Er:
		fmt.Println("bad")
	}
	var pe *Er
	e = pe
	switch v := e.(type) {
	case nil:
		fmt.Println("bad")
	case *Er:
		fmt.Println("typed nil", v == nil)
	}
	var st fmt.Stringer = St{5}
	switch v := st.(type) {
	case interface{ Foo() }:
		v.Foo()
	case St:
		fmt.Println(v.a)
	}
	calls := 0
	f := func() interface{} { calls++; return "x" }
	switch f().(type) {
	case int:
	case string:
		fmt.Println(calls)
	}
	for i := 0; i < 3; i++ {
		switch interface{}(i).(type) {
		case int:
			if i == 1 {
				continue
			}
		}
		fmt.Print(i, " ")
	}
	fmt.Println()
	switch interface{}(1).(type) {
	default:
		fmt.Println("default first")
	case string:
	}
	switch v := interface{}(2).(type) {
	case int, string:
		_, ok := v.(int)
		fmt.Println(ok)
	}
	type T = int
	switch interface{}(3).(type) {
	case T:
		fmt.Println("alias")
	}
loop:
	for {
		switch interface{}(4).(type) {
		case int:
			break loop
		}
	}
	switch interface{}(5).(type) {
	}
	fs := []func(){}
	for _, x := range []interface{}{1, "a", 2.5} {
		switch v := x.(type) {
		case int:
			fs = append(fs, func() { v++; fmt.Print(v, " ") })
		default:
			fs = append(fs, func() { fmt.Print(v, " ") })
		}
	}
	for _, f := range fs {
		f()
		f()
	}
	fmt.Println()
}

// Output:
// nil <nil> <nil>
// int 2
// small int8
// small int16
// float 1.25
// string s
// error e
// error Er!
// stringer St!
// stringer St!
// slice 1
// array 9
// map[string]int
// chan int
// func 4
// ptr 6
// anon 3
// fooer
// other true
// other 114
// other 1
// default uint
// default struct {}
// error EOF
// default [3]int
// default complex128
// init 12
// no var
// nil error
// typed nil true
// 5
// 1
// 0 2
// default first
// true
// alias
// 2 3 a a 2.5 2.5
