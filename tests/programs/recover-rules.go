package main

import (
	"errors"
	"fmt"
)

func helper() interface{} { return recover() }

func test(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(name, "escaped:", r)
		} else {
			fmt.Println(name, "contained")
		}
	}()
	f()
}

type R struct{ got interface{} }

func (r *R) rec()   { r.got = recover() }
func (r R) recVal() { fmt.Println("method recovered", recover()) }

func safeDiv(a, b int) (q int, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("caught: %v", r)
		}
	}()
	return a / b, nil
}

func rethrow() (s string) {
	defer func() { s = fmt.Sprint("final ", recover()) }()
	defer func() { panic(fmt.Sprint("second after ", recover())) }()
	panic("first")
}

func replaced() {
	defer func() { fmt.Println("sees", recover()) }()
	defer func() { panic("two") }()
	panic("one")
}

func order() {
	defer fmt.Println("d1")
	defer func() {
		defer fmt.Println("d2 inner")
		fmt.Println("d2", recover())
	}()
	defer fmt.Println("d3")
	panic("p")
}

func main() {
	test("direct", func() { defer func() { recover() }(); panic(1) })
	test("helper called by deferred", func() { defer func() { fmt.Println("helper:", helper()) }(); panic(2) })
	test("deferred helper", func() { defer helper(); panic(3) })
	test("deferred recover", func() { defer recover(); panic(4) })
	test("nested func in deferred", func() { defer func() { func() { fmt.Println("nested:", recover()) }() }(); panic(5) })
	test("not deferred", func() { fmt.Println(recover()); panic(6) })
	test("method value", func() { r := &R{}; defer func() { fmt.Println("got", r.got) }(); defer r.rec(); panic(7) })
	test("method val", func() { defer R{}.recVal(); panic(8) })
	test("interface method", func() {
		var i interface{ recVal() } = &R{}
		defer i.recVal()
		panic(9)
	})
	test("recover twice", func() {
		defer func() { fmt.Println(recover(), recover()) }()
		panic(10)
	})
	test("defer inside deferred", func() {
		defer func() {
			defer func() { fmt.Println("inner:", recover()) }()
		}()
		panic(11)
	})
	test("panic inside deferred recovered inside", func() {
		defer func() { fmt.Println("outer:", recover()) }()
		defer func() {
			defer func() { fmt.Println("inner:", recover()) }()
			panic("12b")
		}()
		panic("12a")
	})
	fmt.Println(safeDiv(6, 3))
	fmt.Println(safeDiv(1, 0))
	fmt.Println(rethrow())
	replaced()
	order()
	err := func() (err error) {
		defer func() { err = recover().(error) }()
		panic(errors.New("an error"))
	}()
	fmt.Println(err)
	fmt.Println(recover(), "no panic")
	test("in loop", func() {
		for i := 0; i < 3; i++ {
			func() {
				defer func() { fmt.Print(recover(), " ") }()
				if i != 1 {
					panic(i)
				}
			}()
		}
	})
	v := func() (r int) {
		defer func() { recover(); r++ }()
		r = 5
		panic("x")
	}()
	fmt.Println(v)
	w := func() int {
		defer func() { recover() }()
		panic("unnamed result is zero")
	}()
	fmt.Println(w)
	test("closure variable recover", func() {
		f := func() { fmt.Println("f", recover()) }
		defer f()
		panic(13)
	})
	test("deferred call with recover argument", func() {
		defer fmt.Println("arg", recover())
		panic(14)
	})
	test("deep", func() {
		defer func() { fmt.Println("deep", recover()) }()
		var f func(int)
		f = func(n int) {
			defer func() {
				if n%5 == 0 {
					fmt.Print(n, " ")
				}
			}()
			if n == 0 {
				panic("bottom")
			}
			f(n - 1)
		}
		f(20)
	})
}

// Output:
// direct contained
// helper: <nil>
// helper called by deferred escaped: 2
// deferred helper contained
// deferred recover escaped: 4
// nested: <nil>
// nested func in deferred escaped: 5
// <nil>
// not deferred escaped: 6
// got 7
// method value contained
// method recovered 8
// method val contained
// method recovered 9
// interface method contained
// 10 <nil>
// recover twice contained
// inner: <nil>
// defer inside deferred escaped: 11
// inner: 12b
// outer: 12a
// panic inside deferred recovered inside contained
// 2 <nil>
// 0 caught: runtime error: integer divide by zero
// final second after first
// sees two
// d3
// d2 p
// d2 inner
// d1
// an error
// <nil> no panic
// 0 <nil> 2 in loop contained
// 6
// 0
// f 13
// closure variable recover contained
// arg <nil>
// deferred call with recover argument escaped: 14
// 0 5 10 15 20 deep bottom
// deep contained
