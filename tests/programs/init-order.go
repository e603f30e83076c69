package main

import "fmt"

var (
	a = c + b
	b = f()
	c = 1
	d = 3
)

func f() int {
	d++
	return d
}

var x = func() int { fmt.Println("x"); return y + 1 }()
var y = func() int { fmt.Println("y"); return z * 2 }()
var z = func() int { fmt.Println("z"); return 10 }()

var p, q = pair()

func pair() (int, string) { fmt.Println("pair", r); return r, "q" }

var r = 7

var _ = sideEffect("blank")

func sideEffect(s string) int { fmt.Println("side", s); return 0 }

var t T
var viaMethod = t.M()

type T struct{}

func (T) M() int { fmt.Println("M uses", w); return w }

var w = func() int { fmt.Println("w"); return 99 }()

var arr = [...]int{g(1), g(2), g(3)}

func g(n int) int { order = append(order, n); return n }

var order = []int{0}

var fn = func() int { return late }
var late = early + 1
var early = 41

var cyc func() int = func() int {
	if late > 0 {
		return late
	}
	return helper()
}

func helper() int { return cyc2() }
func cyc2() int   { return 5 }

var m = map[string]int{"k": k1}
var k1 = k2 + 1
var k2 = len(str)
var str = "abc"

var me = T2.Get
var me2 = me(T2{})

type T2 struct{}

func (T2) Get() int { return dep }

var dep = sideEffect("dep") + 17

func init() { fmt.Println("init 1", a, b, c, d) }
func init() { fmt.Println("init 2", x, y, z, p, q) }

var fromInit int

func init() {
	fromInit = 5
	fmt.Println("init 3", order, arr, fn(), m, me2, viaMethod)
}

func main() {
	fmt.Println("main", fromInit, cyc(), helper())
}

// Output:
// z
// y
// x
// pair 7
// side blank
// w
// M uses 99
// side dep
// init 1 5 4 1 4
// init 2 21 20 10 7 q
// init 3 [0 1 2 3] [1 2 3] 42 map[k:4] 17 99
// main 5 42 5
