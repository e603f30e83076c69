package main

import "fmt"

type Num interface {
	~int | ~uint8 | ~float32 | ~float64 | ~complex128
}

func Ops[T Num](a, b T) []T             { return []T{a + b, a - b, a * b, a / b} }
func Inc[T ~int | ~uint8](x T) T        { x++; x += 2; x <<= 1; return x }
func Neg[T ~int | ~float64](x T) T      { return -x }
func Const[T Num]() T                   { return 100 }
func Half[T ~float32 | ~float64](x T) T { return x * 0.5 }
func Cmp[T ~int | ~string | ~float64](a, b T) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return +1
	}
	return 0
}
func Same[T comparable](a, b T) (r string) {
	defer func() {
		if e := recover(); e != nil {
			r = fmt.Sprint(e)
		}
	}()
	return fmt.Sprint(a == b)
}

type Key[T comparable] struct {
	v T
	n int
}
type Counter[T comparable] struct{ m map[Key[T]]int }

func (c *Counter[T]) Hit(v T, n int) int {
	if c.m == nil {
		c.m = make(map[Key[T]]int)
	}
	c.m[Key[T]{v, n}]++
	return c.m[Key[T]{v, n}]
}

type Box[T any] struct{ v T }

func (b Box[T]) Get() T   { return b.v }
func (b *Box[T]) Set(v T) { b.v = v }

type Getter[T any] interface{ Get() T }
type GS[T any] interface {
	Getter[T]
	Set(T)
}

func Use[T any](g GS[T], v T) T { g.Set(v); return g.Get() }
func Static[T any]() func() int {
	n := 0
	return func() int { n++; return n }
}
func Array[T any](v T) [2]T {
	var a [2]T
	a[1] = v
	return a
}
func Closure[T any](xs []T) (fs []func() T) {
	for _, x := range xs {
		x := x
		fs = append(fs, func() T { return x })
	}
	return
}
func Defer[T any](log *[]string, v T) {
	defer func() { *log = append(*log, fmt.Sprintf("%T:%v", v, v)) }()
}
func Rec[T any](n int, v T) any {
	if n == 0 {
		return v
	}
	return Rec(n-1, v)
}
func Switch[T any](v T) string {
	switch x := any(&v).(type) {
	case *int:
		*x += 10
		return fmt.Sprint("int ", v)
	case *string:
		*x += "!"
		return fmt.Sprint("string ", v)
	}
	return "?"
}

type U8 uint8

func main() {
	fmt.Println(Ops(7, 2), Ops(7.0, 2.0), Ops(uint8(200), 100), Ops(1+1i, 2i), Ops[float32](1, 3))
	fmt.Println(Inc(5), Inc(uint8(126)), Inc(U8(255)), Neg(3), Neg(-0.5), Const[uint8](), Const[complex128](), Half(float32(3)))
	fmt.Println(Cmp(1, 2), Cmp("b", "a"), Cmp(1.5, 1.5))
	fmt.Println(Same(1, 1), Same("a", "b"), Same[[2]int]([2]int{1}, [2]int{1}), Same(Key[string]{"a", 1}, Key[string]{"a", 1}))
	var c Counter[string]
	c.Hit("a", 1)
	fmt.Println(c.Hit("a", 1), c.Hit("a", 2), len(c.m))
	b := &Box[string]{"init"}
	fmt.Println(Use[string](b, "new"), b.v, Getter[string](*b).Get())
	f, g := Static[int](), Static[string]()
	f()
	fmt.Println(f(), g())
	fmt.Println(Array("x"), Array(Box[int]{3}))
	for _, f := range Closure([]string{"p", "q"}) {
		fmt.Print(f(), " ")
	}
	fmt.Println()
	var log []string
	Defer(&log, 1)
	Defer(&log, "s")
	Defer(&log, Box[bool]{true})
	fmt.Println(log, Rec(3, "deep"), Switch(1), Switch("s"), Switch(2.5))
}

// Output:
// [9 5 14 3] [9 5 14 3.5] [44 100 32 2] [(1+3i) (1-1i) (-2+2i) (0.5-0.5i)] [4 -2 3 0.33333334]
// 16 2 4 -3 0.5 100 (100+0i) 1.5
// -1 1 0
// true false true true
// 2 1 2
// new new new
// 2 1
// [ x] [{0} {3}]
// p q
// [int:1 string:s main.Box[bool]:{true}] deep int 11 string s! ?
