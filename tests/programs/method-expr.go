package main

import "fmt"

type T struct{ n int }

func (t T) V(x int) int       { return t.n + x }
func (t *T) P(x int) int      { t.n += x; return t.n }
func (t T) Var(xs ...int) int { return t.n + len(xs) }

type I interface{ V(int) int }
type Em struct{ T }
type EmP struct{ *T }
type EmI struct{ I }

type op func(a, b float64) float64

type Num float64

func (a Num) Add(b Num) Num { return a + b }
func (a Num) Mul(b Num) Num { return a * b }

func apply(f func(Num, Num) Num, a, b Num) Num { return f(a, b) }

func main() {
	t := T{10}
	f1 := T.V
	f2 := (*T).V
	f3 := (*T).P
	f4 := I.V
	f5 := Em.V
	f6 := (*Em).P
	f7 := EmP.P
	f8 := EmI.V
	f9 := T.Var
	fmt.Printf("%T\n%T\n%T\n%T\n%T\n%T\n%T\n%T\n%T\n", f1, f2, f3, f4, f5, f6, f7, f8, f9)
	fmt.Println(f1(t, 1), f2(&t, 2), f3(&t, 3), t.n, f4(t, 4), f4(&t, 5))
	em := Em{t}
	fmt.Println(f5(em, 1), f6(&em, 1), em.n, t.n)
	fmt.Println(f7(EmP{&t}, 100), t.n, f8(EmI{em}, 1), f9(t), f9(t, 1, 2, 3), f9(t, []int{1, 2}...))
	fmt.Println(apply(Num.Add, 2, 3), apply(Num.Mul, 2, 3))
	ops := []func(Num, Num) Num{Num.Add, Num.Mul}
	for _, o := range ops {
		fmt.Print(o(4, 5), " ")
	}
	fmt.Println()
	fmt.Println(interface{ V(int) int }.V(t, 1), struct{ T }.V(struct{ T }{T{1}}, 2))
	func() {
		defer func() { fmt.Println(recover()) }()
		var i I
		f4(i, 1)
	}()
	func() {
		defer func() { fmt.Println(recover() != nil) }()
		f2(nil, 1)
	}()
	str := fmt.Stringer.String
	fmt.Println(str(S("x")))
	err := error.Error
	fmt.Println(err(fmt.Errorf("boom")))
}

type S string

func (s S) String() string { return "S:" + string(s) }

// Output:
// func(main.T, int) int
// func(*main.T, int) int
// func(*main.T, int) int
// func(main.I, int) int
// func(main.Em, int) int
// func(*main.Em, int) int
// func(main.EmP, int) int
// func(main.EmI, int) int
// func(main.T, ...int) int
// 11 12 13 13 17 18
// 14 14 14 13
// 113 113 15 113 116 115
// 5 6
// 9 20
// 114 3
// runtime error: invalid memory address or nil pointer dereference
// true
// S:x
// boom
