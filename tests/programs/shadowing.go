package main

import "fmt"

var x = "package"

type int32x int

func ret() (err error, n int) {
	n = 1
	if true {
		n, err := 2, fmt.Errorf("inner")
		_, _ = n, err
	}
	{
		n := 5
		n++
	}
	return
}

func redecl() {
	a, b := 1, 2
	b, c := 3, 4
	fmt.Println(a, b, c)
	p := &b
	b, d := 10, 11
	fmt.Println(*p, d)
}

func param(x int) int {
	{
		x := x * 2
		x++
		_ = x
	}
	if x := x + 100; x > 0 {
		return x
	}
	return x
}

type T struct{ x int }

func (x T) get() int { return x.x }

func main() {
	fmt.Println(x)
	x := x + " main"
	fmt.Println(x)
	{
		x, y := 1, x
		fmt.Println(x, y)
		var x2 = x
		x2++
		x = x2
		fmt.Println(x)
	}
	if x := 5; x < 3 {
	} else if y := x * 2; y > 5 {
		x := "else"
		fmt.Println(x, y)
	}
	fmt.Println(x)
	for x := 0; x < 2; x++ {
		x := x * 10
		fmt.Print(x, " ")
	}
	fmt.Println()
	switch x := x + "!"; x {
	default:
		x := len(x)
		fmt.Println(x)
	}
	err, n := ret()
	fmt.Println(err, n)
	redecl()
	fmt.Println(param(1), T{4}.get())
	true := false
	fmt.Println(true, !true)
	nil := 3
	fmt.Println(nil)
	len := func(s string) int { return 42 }
	fmt.Println(len("x"))
	type string int
	var s string = 5
	fmt.Printf("%v %T\n", s, s)
	int := func(x float64) float64 { return x / 2 }
	fmt.Println(int(3))
	const iota = 7
	const k = iota
	fmt.Println(k)
	{
		fmt := "fmt"
		_ = fmt
		print := func(a ...interface{}) { println2(a...) }
		print(fmt)
	}
	var a = []interface{}{1}
	{
		a := append(a, 2)
		a[0] = 9
	}
	fmt.Println(a)
	f := func() interface{} { return x }
	x = "changed"
	fmt.Println(f())
	func() {
		x := "lit"
		_ = x
	}()
	fmt.Println(x)
	type T struct{ y int32x }
	fmt.Printf("%T %+v\n", T{1}, T{1})
	{
		type T struct{ z interface{} }
		fmt.Printf("%T %+v\n", T{1}, T{1})
	}
	var e error
	if e := fmt.Errorf("inner"); e != interface{}(0) {
		_ = e
	}
	fmt.Println(e)
	append := 1
	append++
	fmt.Println(append)
	_ = x
	for i := range [2]struct{}{} {
		i := i
		defer func() { fmt.Println("defer", i) }()
	}
}

func println2(a ...interface{}) { fmt.Println(a...) }

// Output:
// package
// package main
// 1 package main
// 2
// else 10
// package main
// 0 10
// 13
// <nil> 1
// 1 3 4
// 10 11
// 101 4
// false true
// 3
// 42
// 5 main.string
// 1.5
// 7
// fmt
// [1]
// changed
// changed
// main.T {y:1}
// main.T {z:1}
// <nil>
// 2
// defer 1
// defer 0
