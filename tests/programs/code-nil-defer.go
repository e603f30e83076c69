// SPDX-License-Identifier: MIT

package main

import "fmt"

func one(yield func(int) bool) { yield(1) }

func f() (s string) {
	defer func() {
		for range one {
			if r := recover(); r != nil {
				s = fmt.Sprint("rec ", r)
			}
		}
	}()
	panic("p")
}

type T struct{ n int }

func (t T) V() int  { return t.n }
func (t *T) P() int { t.n++; return t.n }

type I interface{ V() int }

func g() (s string) {
	defer func() { s = fmt.Sprint(recover()) }()
	var t *T
	var i I = t
	return fmt.Sprint(i.V())
}

func h() (s string) {
	defer func() { s = fmt.Sprint(recover()) }()
	var t *T
	f := t.V
	return fmt.Sprint(f())
}

func k() (s string) {
	defer func() { s = fmt.Sprint(recover()) }()
	var i I
	f := i.V
	return fmt.Sprint(f())
}

func l() (s string) {
	defer func() { s = fmt.Sprint(recover()) }()
	var i I
	defer i.V()
	return "end"
}

func m() (s string) {
	defer func() { s = fmt.Sprint(recover()) }()
	var fn func()
	defer fn()
	s = "reached"
	return s
}

type E struct {
	*T
	I
}

func main() {
	fmt.Println(f())
	fmt.Println(g())
	fmt.Println(h())
	fmt.Println(k())
	fmt.Println(l())
	fmt.Println(m())
	e := E{T: &T{3}}
	p := e.P
	fmt.Println(p(), p(), e.T.n)
	var x struct{ T }
	q := x.P
	q()
	q()
	fmt.Println(x.n, x.V())
	defer fmt.Println("main deferred", x.P())
	x.P()
	go func() {}()
	defer func(a ...int) { fmt.Println(a) }(1, 2, 3)
	for i := 0; i < 2; i++ {
		defer func() { defer fmt.Println("inner", i); fmt.Println("outer", i) }()
	}
	a := []func(){}
	for _, s := range []string{"a", "b"} {
		a = append(a, func() { fmt.Print(s) })
	}
	for _, f := range a {
		f()
	}
	fmt.Println()
	var err error
	if _, err = fmt.Sscan("x", new(int)); err != nil {
		fmt.Println("err")
	}
}

// Output:
// rec p
// value method main.T.V called using nil *T pointer
// runtime error: invalid memory address or nil pointer dereference
// runtime error: invalid memory address or nil pointer dereference
// runtime error: invalid memory address or nil pointer dereference
// runtime error: invalid memory address or nil pointer dereference
// 4 5 5
// 2 2
// ab
// err
// outer 1
// inner 1
// outer 0
// inner 0
// [1 2 3]
// main deferred 3
// Needs: go1.23
