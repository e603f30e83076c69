package main

import (
	"fmt"
	"iter"
	"maps"
	"slices"
)

func Count(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		defer fmt.Print("[done] ")
		for i := 0; i < n; i++ {
			if !yield(i) {
				fmt.Print("[stopped] ")
				return
			}
		}
	}
}

func Pairs[K any, V any](ks []K, vs []V) iter.Seq2[K, V] {
	return func(yield func(K, V) bool) {
		for i, k := range ks {
			if !yield(k, vs[i]) {
				return
			}
		}
	}
}

type List[T any] struct {
	v    T
	next *List[T]
}

func (l *List[T]) All() iter.Seq[T] {
	return func(yield func(T) bool) {
		for ; l != nil; l = l.next {
			if !yield(l.v) {
				return
			}
		}
	}
}

func three(yield func() bool) { _ = yield() && yield() && yield() }

func find(n int) (r string) {
	defer func() { r += " deferred" }()
	for i := range Count(10) {
		defer func() { r += fmt.Sprint(" d", i) }()
		if i == n {
			return fmt.Sprint("found ", i)
		}
	}
	return "none"
}

func labels() {
outer:
	for i := range Count(5) {
		for j := range Count(5) {
			switch {
			case j == 2:
				continue outer
			case i == 2:
				break outer
			}
			fmt.Print(i, j, " ")
		}
	}
	fmt.Println()
}

func gotoOut() {
	for i := range Count(5) {
		if i == 2 {
			goto end
		}
	}
	fmt.Println("not here")
end:
	fmt.Println("end")
}

type Tree struct {
	l, r *Tree
	v    int
}

func (t *Tree) Walk(yield func(int) bool) bool {
	return t == nil || t.l.Walk(yield) && yield(t.v) && t.r.Walk(yield)
}
func (t *Tree) All() iter.Seq[int] { return func(y func(int) bool) { t.Walk(y) } }

func main() {
	for i := range Count(3) {
		fmt.Print(i, " ")
	}
	fmt.Println()
	for i := range Count(10) {
		if i == 1 {
			continue
		}
		if i == 3 {
			break
		}
		fmt.Print(i, " ")
	}
	fmt.Println()
	for k, v := range Pairs([]string{"a", "b"}, []int{1, 2}) {
		fmt.Print(k, v, " ")
	}
	for k := range Pairs([]string{"c"}, []bool{true}) {
		fmt.Print(k, " ")
	}
	n := 0
	for range three {
		n++
	}
	fmt.Println(n)
	fmt.Println(find(2))
	fmt.Println(find(50))
	labels()
	gotoOut()
	l := &List[string]{"x", &List[string]{"y", nil}}
	for s := range l.All() {
		fmt.Print(s, " ")
	}
	fmt.Println()
	t := &Tree{&Tree{nil, nil, 1}, &Tree{&Tree{nil, nil, 3}, nil, 4}, 2}
	for v := range t.All() {
		if v == 4 {
			break
		}
		fmt.Print(v, " ")
	}
	fmt.Println()
	var fs []func() int
	for i := range Count(2) {
		fs = append(fs, func() int { i += 10; return i })
	}
	fmt.Println(fs[0](), fs[0](), fs[1]())
	next, stop := iter.Pull(Count(3))
	fmt.Println(next())
	fmt.Println(next())
	stop()
	fmt.Println(next())
	next2, stop2 := iter.Pull2(Pairs([]int{1}, []string{"one"}))
	fmt.Println(next2())
	fmt.Println(next2())
	stop2()
	fmt.Println(slices.Collect(Count(4)))
	fmt.Println(slices.Sorted(maps.Keys(map[string]int{"q": 1, "b": 2})))
	for i, v := range slices.Backward([]string{"a", "b", "c"}) {
		fmt.Print(i, v, " ")
	}
	fmt.Println()
	var k int
	for k = range Count(3) {
	}
	fmt.Println(k)
	func() {
		defer func() { fmt.Println("recovered", recover()) }()
		for i := range Count(3) {
			if i == 1 {
				panic("in body")
			}
		}
	}()
	func() {
		defer func() { fmt.Println("recovered", recover()) }()
		bad := func(yield func(int) bool) { yield(1); yield(2) }
		for range bad {
			break
		}
	}()
	func() {
		defer func() { fmt.Println("recovered", recover()) }()
		var saved func(int) bool
		leak := func(yield func(int) bool) { saved = yield }
		for range leak {
		}
		saved(1)
	}()
	res := func() (a, b int) {
		for i := range Count(9) {
			for j := range Count(9) {
				if i*j == 12 {
					return i, j
				}
			}
		}
		return -1, -1
	}
	a, b := res()
	fmt.Println(a, b)
	for i := range Count(1) {
		select {
		default:
			fmt.Println("select in body", i)
			break
		}
	}
	fib := func(yield func(int) bool) {
		for a, b := 0, 1; yield(a); a, b = b, a+b {
		}
	}
	for v := range fib {
		if v > 50 {
			break
		}
		fmt.Print(v, " ")
	}
	fmt.Println()
	next3, stop3 := iter.Pull(iter.Seq[int](fib))
	defer stop3()
	for range 5 {
		v, _ := next3()
		fmt.Print(v, " ")
	}
	fmt.Println()
}

// Needs: go1.23
// Output:
// 0 1 2 [done]
// 0 2 [stopped] [done]
// a1 b2 c 3
// [stopped] [done] found 2 d2 d1 d0 deferred
// [done] none d9 d8 d7 d6 d5 d4 d3 d2 d1 d0 deferred
// 0 0 0 1 [stopped] [done] 1 0 1 1 [stopped] [done] [stopped] [done] [stopped] [done]
// [stopped] [done] end
// x y
// 1 2 3
// [done] 10 20 11
// 0 true
// 1 true
// [stopped] [done] 0 false
// 1 one true
// 0  false
// [done] [0 1 2 3]
// [b q]
// 2c 1b 0a
// [done] 2
// [done] recovered in body
// recovered runtime error: range function continued iteration after function for loop body returned false
// recovered runtime error: range function continued iteration after whole loop exit
// [done] [done] [stopped] [done] [stopped] [done] 2 6
// select in body 0
// [done] 0 1 1 2 3 5 8 13 21 34
// 0 1 1 2 3
