package main

import "fmt"

func counter() (func() int, func()) {
	n := 0
	return func() int { n++; return n }, func() { n = 100 }
}

func fibgen() func() int {
	a, b := 0, 1
	return func() int {
		defer func() { a, b = b, a+b }()
		return a
	}
}

type node struct {
	f func(int) int
}

func compose(fs ...func(int) int) func(int) int {
	return func(x int) int {
		for _, f := range fs {
			x = f(x)
		}
		return x
	}
}

func named() (r int, f func() int) {
	f = func() int { r++; return r }
	f()
	return r + 10, f
}

func param(x int) func() *int { return func() *int { x++; return &x } }

func main() {
	inc, reset := counter()
	inc2, _ := counter()
	fmt.Println(inc(), inc(), inc2())
	reset()
	fmt.Println(inc(), inc2())
	f := fibgen()
	for i := 0; i < 10; i++ {
		fmt.Print(f(), " ")
	}
	fmt.Println()
	x := 1
	g := func() { x *= 2 }
	g()
	x += 10
	g()
	fmt.Println(x)
	var fact func(int) int
	fact = func(n int) int {
		if n <= 1 {
			return 1
		}
		return n * fact(n-1)
	}
	fmt.Println(fact(10))
	old := fact
	fact = func(int) int { return -1 }
	fmt.Println(old(5))
	fmt.Println(compose(func(x int) int { return x + 1 }, func(x int) int { return x * 10 }, node{func(x int) int { return -x }}.f)(4))
	r, rf := named()
	fmt.Println(r, rf(), rf())
	p := param(5)
	a, b := p(), p()
	*a = 100
	fmt.Println(*a, *b, a == b, *p())
	arr := [3]int{1, 2, 3}
	h := func() int { arr[0]++; return arr[0] }
	brr := arr
	h()
	fmt.Println(arr, brr)
	s := struct{ a, b int }{1, 2}
	sf := func() { s.a, s.b = s.b, s.a }
	sf()
	fmt.Println(s)
	var acc []func() int
	for i := 0; i < 3; i++ {
		i := i
		acc = append(acc, func() int { i += 10; return i })
	}
	for _, f := range acc {
		fmt.Print(f(), f(), " ")
	}
	fmt.Println()
	func(n int) {
		defer func() { fmt.Println("n =", n) }()
		n = 7
		func() { n++ }()
	}(1)
	m := map[string]int{}
	add := func(k string) func() { return func() { m[k]++ } }
	ka := add("a")
	ka()
	ka()
	add("b")()
	fmt.Println(m)
	y := 1
	{
		y := y + 1
		func() { y++ }()
		fmt.Println(y)
	}
	fmt.Println(y)
	if z := 5; z > 1 {
		q := func() int { z--; return z }
		q()
		fmt.Println(q(), z)
	}
	deep := func() func() func() int {
		v := 0
		return func() func() int {
			v++
			return func() int { v *= 2; return v }
		}
	}()
	d1 := deep()
	d2 := deep()
	fmt.Println(d1(), d2(), d1())
	var fs [2]func()
	for i := range fs {
		j := i
		fs[i] = func() { fmt.Print(j, len(fs), " ") }
	}
	fs[0]()
	fs[1]()
	fmt.Println(fs[0] == nil)
	var iface interface{} = func(a ...int) int { return len(a) }
	fmt.Println(iface.(func(...int) int)(1, 2, 3))
	ch := make(chan func() string, 1)
	ch <- func() string { return "from chan" }
	fmt.Println((<-ch)())
}

// Output:
// 1 2 1
// 101 2
// 0 1 1 2 3 5 8 13 21 34
// 24
// 3628800
// -5
// -50
// 11 12 13
// 101 101 true 101
// [2 2 3] [1 2 3]
// {2 1}
// 10 20 11 21 12 22
// n = 8
// map[a:2 b:1]
// 3
// 1
// 3 3
// 4 8 16
// 0 2 1 2 false
// 3
// from chan
