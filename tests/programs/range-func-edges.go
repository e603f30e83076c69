// Ranges over functions: branches out of nested bodies, deferred calls, panics, iterators that misbehave.
package main

import (
	"fmt"
	"iter"
	"maps"
	"slices"
)

func count(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		defer fmt.Println("iterator done")
		for i := 0; i < n; i++ {
			if !yield(i) {
				return
			}
		}
	}
}

func bad(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := 0; i < n; i++ {
			yield(i)
		}
	}
}

func find(x int) (r int, err error) {
	defer func() { fmt.Println("deferred", r, err) }()
	for i := range count(10) {
		defer func() { r *= 10 }()
		if i == x {
			return i, fmt.Errorf("found %d", i)
		}
	}
	return -1, nil
}

func nested() {
outer:
	for i := range count(3) {
		for j := range count(3) {
			switch {
			case j == 1 && i == 0:
				continue outer
			case i == 1 && j == 1:
				break outer
			}
			fmt.Println(i, j)
		}
	}
}

func gotos() {
	for i := range count(3) {
		if i == 1 {
			goto end
		}
	}
	fmt.Println("not here")
end:
	fmt.Println("end")
}

func try(f func()) {
	defer func() { fmt.Println("recovered:", recover()) }()
	f()
}

func pan() {
	for i := range count(3) {
		panic(i)
	}
}

func swallow() iter.Seq[int] {
	return func(yield func(int) bool) {
		defer func() { fmt.Println("swallowed", recover()) }()
		yield(1)
	}
}

type List[T any] struct {
	v    T
	next *List[T]
}

func (l *List[T]) All() iter.Seq2[int, T] {
	return func(yield func(int, T) bool) {
		i := 0
		for ; l != nil; l = l.next {
			if !yield(i, l.v) {
				return
			}
			i++
		}
	}
}

type Set[T comparable] = map[T]struct{}
type MySeq func(yield func(int) bool)

func (m MySeq) X() {}

func main() {
	fmt.Println(find(2))
	nested()
	gotos()
	try(pan)
	try(func() {
		for range bad(3) {
			break
		}
	})
	try(func() {
		for i := range swallow() {
			panic(i)
		}
	})
	l := &List[string]{"a", &List[string]{"b", nil}}
	for i, v := range l.All() {
		fmt.Println(i, v)
	}
	s := Set[int]{1: {}, 2: {}}
	fmt.Println(slices.Sorted(maps.Keys(s)))
	for range MySeq(func(y func(int) bool) { y(1) }) {
		fmt.Println("once")
	}
	var saved func(int) bool
	for i := range MySeq(func(y func(int) bool) { saved = y; y(5) }) {
		fmt.Println(i)
	}
	try(func() { saved(1) })
	next, stop := iter.Pull(count(3))
	fmt.Println(next())
	fmt.Println(next())
	stop()
	fmt.Println(next())
	var fs []func() int
	for i := range 3 {
		fs = append(fs, func() int { i *= 2; return i })
	}
	for i := 0; i < 3; i++ {
		fs = append(fs, func() int { i += 10; return i })
	}
	for _, f := range fs {
		fmt.Print(f(), f(), " ")
	}
	fmt.Println()
	for i := range uint8(3) {
		fmt.Printf("%T ", i)
	}
	const c = 3
	for i := range c {
		fmt.Printf("%T ", i)
	}
	var n int64 = 2
	for i := range n {
		fmt.Printf("%T ", i)
	}
	var f float64
	for range 2 {
		f++
	}
	fmt.Println(f, min(1, 2.5, f), max("a", "b"), min(3, 2))
	m := map[float64]int{1: 1}
	clear(m)
	sl := []int{1, 2, 3}
	clear(sl[:2])
	fmt.Println(len(m), sl)
	arr := [3]int(sl)
	fmt.Println(arr)
	func() {
		for x := range func(yield func(x *int) bool) {
			v := 1
			if yield(&v) {
				v = 3
				yield(&v)
			}
		} {
			fmt.Println(*x)
		}
	}()
	for range func(yield func() bool) { yield() } {
		fmt.Println("zero")
	}
}

// Output:
// iterator done
// deferred 2000 found 2
// 2000 found 2
// 0 0
// iterator done
// 1 0
// iterator done
// iterator done
// iterator done
// end
// iterator done
// recovered: 0
// recovered: runtime error: range function continued iteration after function for loop body returned false
// swallowed 1
// recovered: runtime error: range function recovered a loop body panic and did not resume panicking
// 0 a
// 1 b
// [1 2]
// once
// 5
// recovered: runtime error: range function continued iteration after whole loop exit
// 0 true
// 1 true
// iterator done
// 0 false
// 0 0 2 4 4 8 10 20 11 21 12 22 
// uint8 uint8 uint8 int int int int64 int64 2 1 b 2
// 0 [0 0 3]
// [0 0 3]
// 1
// 3
// zero
// Needs: go1.23
