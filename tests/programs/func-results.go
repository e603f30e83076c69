package main

import "fmt"

type I interface{ Get() (int, error) }
type impl int

func (i impl) Get() (int, error) { return int(i), nil }

func named() (x, y int, s string) {
	x = 1
	s = "n"
	return
}

func shadowed() (n int, err error) {
	for i := 0; i < 3; i++ {
		n += i
	}
	func() {
		n = 50
	}()
	return n + 1, nil
}

func recursive(n int) (sum int) {
	if n > 0 {
		sum = n + recursive(n-1)
	}
	return
}

func bigResult() (a [20]int, b struct{ x, y [3]string }) {
	for i := range a {
		a[i] = i * i
	}
	b.y[2] = "deep"
	return
}

func fns() (f, g func() int) {
	n := 0
	f = func() int { n++; return n }
	g = func() int { n += 10; return n }
	return
}

func swap(a, b string) (string, string)         { return b, a }
func id(a, b string) (string, string)           { return a, b }
func blank() (_ int, _ string, ok bool)         { ok = true; return }
func unnamedParams(int, string, ...bool) string { return "up" }
func alias() (r []int)                          { r = append(r, 1); defer func() { r = append(r, 3) }(); return append(r, 2) }
func ack(m, n int) int {
	switch {
	case m == 0:
		return n + 1
	case n == 0:
		return ack(m-1, 1)
	}
	return ack(m-1, ack(m, n-1))
}
func isEven(n int) bool { return n == 0 || isOdd(n-1) }
func isOdd(n int) bool  { return n != 0 && isEven(n-1) }
func many(a int8, b string, c float32, d bool, e [2]int, f *int, g ...interface{}) (int8, string, float32, bool, [2]int, *int, int) {
	return a, b, c, d, e, f, len(g)
}
func panics(n int) int {
	if n > 0 {
		return n
	}
	panic("neg")
}
func forever() int {
	for {
		return 1
	}
}

func main() {
	fmt.Println(named())
	fmt.Println(shadowed())
	fmt.Println(recursive(100))
	a, b := bigResult()
	fmt.Println(a[19], b.y[2], b.x == [3]string{})
	f, g := fns()
	f()
	g()
	fmt.Println(f(), g())
	fmt.Println(swap(swap(id("a", "b"))))
	fmt.Println(blank())
	fmt.Println(unnamedParams(1, ""), alias(), ack(2, 3), isEven(10), isOdd(7))
	n := 1
	fmt.Println(many(1, "b", 2.5, true, [2]int{1, 2}, nil, 1, 2, 3))
	_, _, _, _, e, p, _ := many(1, "b", 2.5, true, [2]int{1, 2}, &n)
	fmt.Println(e, *p)
	var i I = impl(4)
	v, err := i.Get()
	fmt.Println(v, err, panics(2), forever())
	fmt.Println(func(x int) func(int) int { return func(y int) int { return x - y } }(10)(3))
	var fs = map[string]func(float64, float64) float64{
		"+": func(a, b float64) float64 { return a + b },
		"/": func(a, b float64) float64 { return a / b },
	}
	fmt.Println(fs["+"](1, 2), fs["/"](1, 2))
	var nilf func()
	fmt.Println(nilf == nil, f != nil)
	type rec func(rec, int) int
	y := func(r rec, n int) int {
		if n == 0 {
			return 1
		}
		return n * r(r, n-1)
	}
	fmt.Println(y(y, 6))
}

// Output:
// 1 0 n
// 51 <nil>
// 5050
// 361 deep true
// 12 22
// a b
// 0  true
// up [1 2 3] 9 true true
// 1 b 2.5 true [1 2] <nil> 3
// [1 2] 1
// 4 <nil> 2 1
// 7
// 3 0.5
// true true
// 720
