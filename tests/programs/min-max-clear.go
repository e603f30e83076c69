package main

import (
	"fmt"
	"math"
)

type T int

func f(s string, v int) int { fmt.Print(s, " "); return v }

func main() {
	x, y := 3, 5
	fmt.Println(min(x, y), max(x, y), min(x), max(1, x, 9, y), min(2.5, float64(x)))
	const c = min(1, 2.5, 'a')
	fmt.Printf("%v %T %v %T %T\n", c, c, max(1, 2.5), max(1, 2.5), max(1, 'a'))
	fmt.Println(min("b", "a", "ab"), max("", "z"), max(T(3), 2))
	nan := math.NaN()
	nz := math.Copysign(0, -1)
	fmt.Println(min(nan, 1), max(1, nan), min(nz, 0.0), max(nz, 0.0), 1/min(0.0, nz), 1/max(nz, 0.0), min(math.Inf(-1), 0), max(nan, math.Inf(1)))
	fmt.Println(max(f("a", 1), f("b", 3), f("c", 2)))
	m := map[float64]int{nan: 1, 1: 2, math.Inf(1): 3}
	clear(m)
	fmt.Println(len(m))
	s := []int{1, 2, 3, 4}
	clear(s[1:3])
	fmt.Println(s, len(s))
	var nm map[string]int
	var ns []string
	clear(nm)
	clear(ns)
	fmt.Println(nm == nil, ns == nil)
	st := []struct{ a *int }{{&x}, {&y}}
	clear(st)
	fmt.Println(st[0].a == nil, st[1].a == nil)
	var u8 uint8 = 200
	fmt.Println(max(u8, 100), min(u8, 255))
	var arr [min(3, 7)]int
	fmt.Println(len(arr))
	for k := range m {
		fmt.Println("never", k)
	}
	mm := map[int]int{1: 1, 2: 2, 3: 3}
	n := 0
	for range mm {
		n++
		clear(mm)
	}
	fmt.Println(n, len(mm))
}

// Needs: go1.21
// Output:
// 3 5 3 9 2.5
// 1 float64 2.5 float64 int32
// a z 3
// NaN NaN -0 0 -Inf +Inf -Inf NaN
// a b c 3
// 0
// [1 0 0 4] 4
// true true
// true true
// 200 200
// 3
// 1 0
