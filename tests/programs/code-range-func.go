// SPDX-License-Identifier: MIT

package main

import "fmt"

type Seq[T any] func(yield func(T) bool)

func count(n int) Seq[int] {
	return func(yield func(int) bool) {
		defer fmt.Print("<done>")
		for i := 0; i < n; i++ {
			if !yield(i) {
				fmt.Print("<stop>")
				return
			}
		}
	}
}

func pairs(n int) func(func(int, string) bool) {
	return func(yield func(int, string) bool) {
		for i := range n {
			if !yield(i, fmt.Sprint("p", i)) {
				return
			}
		}
	}
}

func named(k int) (a int, s string, err error) {
	defer func() {
		a *= 10
		s += "|d"
	}()
	for i := range count(5) {
		for j, p := range pairs(4) {
			if i*j == k {
				return i, p, fmt.Errorf("e%d", j)
			}
		}
	}
	s = "none"
	return
}

func labels() (out []string) {
a:
	for i := range count(3) {
	b:
		for j := range count(3) {
			for k := range count(3) {
				switch {
				case i == 0:
					continue a
				case j == 1:
					break b
				case k == 1:
					continue b
				case i == 2 && j == 2:
					break a
				}
				out = append(out, fmt.Sprint(i, j, k))
			}
		}
	}
	return
}

func gotoOut() (r string) {
	n := 0
again:
	for i := range count(4) {
		n++
		if i == 1 && n < 5 {
			goto again
		}
		if i == 2 {
			goto end
		}
	}
	r = "no"
end:
	return r + fmt.Sprint(n)
}

func deferInside() (s string) {
	for i := range count(3) {
		defer func() { s += fmt.Sprint(i) }()
		for j := range pairs(2) {
			defer func() { s += fmt.Sprint("j", j) }()
		}
	}
	return "r"
}

func panics() (s string) {
	defer func() { s = fmt.Sprint("rec ", recover()) }()
	for i := range count(3) {
		if i == 1 {
			panic("boom")
		}
	}
	return "x"
}

func swallow() (s string) {
	defer func() { s = fmt.Sprint("rec ", recover()) }()
	f := func(yield func(int) bool) {
		defer func() { recover() }()
		yield(1)
	}
	for range f {
		panic("lost")
	}
	return "x"
}

func late() (s string) {
	defer func() { s = fmt.Sprint("rec ", recover()) }()
	var save func(int) bool
	f := func(yield func(int) bool) { save = yield; yield(0) }
	for range f {
	}
	save(1)
	return "x"
}

func twice() (s string) {
	defer func() { s = fmt.Sprint("rec ", recover()) }()
	f := func(yield func(int) bool) { yield(0); yield(1) }
	for range f {
		break
	}
	return "x"
}

func assign() {
	var x int
	var m = map[string]int{}
	for x, m["k"] = range func(y func(int, int) bool) { _ = y(1, 2) && y(3, 4) } {
	}
	fmt.Println(x, m)
	sum := 0
	for range count(4) {
		sum++
	}
	fmt.Println(sum)
	var fs []func() int
	for i := range count(3) {
		fs = append(fs, func() int { i += sum; return i })
	}
	for _, f := range fs {
		fmt.Print(f(), f(), " ")
	}
	fmt.Println()
}

func closures() {
	var fs []func() int
	for i := 0; i < 6; i++ {
		if i == 2 {
			continue
		}
		fs = append(fs, func() int { i *= 2; return i })
		if i == 3 {
			i++
		}
	}
	for _, f := range fs {
		fmt.Print(f(), f(), " ")
	}
	var ps []*int
	for i, j := 0, 10; i < j; i, j = i+3, j-1 {
		ps = append(ps, &i, &j)
	}
	for _, p := range ps {
		fmt.Print(*p, " ")
	}
	fmt.Println()
}

type Num interface {
	~int | ~int8 | ~uint8 | ~float64
}

type MI int

func ranges[T ~int](n T) (s T) {
	for i := range n {
		s += i
	}
	return
}

type G[T any] struct{ v T }

func (g *G[T]) All() func(func(int, T) bool) {
	return func(yield func(int, T) bool) { yield(0, g.v) }
}

type Emb[T any] struct {
	*G[T]
	n int
}

func sel() string {
	ch := make(chan int, 3)
	ch <- 1
	ch <- 2
	ch <- 3
	for range count(10) {
		select {
		case v := <-ch:
			if v == 2 {
				return fmt.Sprint("got", v)
			}
			continue
		default:
			return "empty"
		}
	}
	return "end"
}

func rec(n int) Seq[int] {
	return func(yield func(int) bool) {
		if n == 0 {
			return
		}
		for v := range rec(n - 1) {
			if !yield(v) {
				return
			}
		}
		yield(n)
	}
}

func main() {
	fmt.Println(named(6))
	fmt.Println(named(100))
	fmt.Println(labels())
	fmt.Println(gotoOut())
	fmt.Println(deferInside())
	fmt.Println(panics())
	fmt.Println(swallow())
	fmt.Println(late())
	fmt.Println(twice())
	assign()
	closures()
	fmt.Println(ranges(5), ranges(MI(10)), ranges[int](-3))
	e := Emb[string]{&G[string]{"g"}, 1}
	for i, v := range e.All() {
		fmt.Println(i, v)
	}
	fmt.Println(sel())
	for v := range rec(4) {
		fmt.Print(v, " ")
	}
	fmt.Println()
	const c = 3
	for i := range c {
		fmt.Print(i)
	}
	var u8 uint8 = 3
	for i := range u8 {
		fmt.Printf("%T%d ", i, i)
	}
	for range 2 {
		fmt.Print("x")
	}
	for i := range 3 {
		i *= 2
		fmt.Print(i)
	}
	fmt.Println()
	x := []int{1, 2, 3}
	clear(x[1:])
	fmt.Println(x, min(2.5, 1), max("a", "b", "ab"), min(x[0], 7))
}

// Output:
// <stop><done>20 p3|d e3
// <done>0 none|d <nil>
// <stop><done><stop><done><stop><done><stop><done><stop><done><stop><done><stop><done><stop><done><done>[1 0 0 2 0 0]
// <stop><done><stop><done><stop><done>7
// <done>rj1j02j1j01j1j00
// <done>rec boom
// rec runtime error: range function recovered a loop body panic and did not resume panicking
// rec runtime error: range function continued iteration after whole loop exit
// rec runtime error: range function continued iteration after function for loop body returned false
// 3 map[k:4]
// <done>4
// <done>4 8 5 9 6 10
// 0 0 2 4 8 16 10 20 0 10 3 9 6 8
// 10 45 0
// 0 g
// <stop><done>got2
// 1 2 3 4
// 012uint80 uint81 uint82 xx024
// [1 0 0] 1 b 1
// Needs: go1.23
