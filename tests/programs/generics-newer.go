package main

import (
	"fmt"
	"sort"
)

type Num interface{ ~int | ~float64 }

func Sum[T Num](xs ...T) (s T) {
	for _, x := range xs {
		s += x
	}
	return
}
func Eq[T comparable](a, b T) (r string) {
	defer func() {
		if e := recover(); e != nil {
			r = fmt.Sprint(e)
		}
	}()
	return fmt.Sprint(a == b)
}
func Index[T comparable](s []T, v T) int {
	for i, x := range s {
		if x == v {
			return i
		}
	}
	return -1
}
func Map[T, U any](s []T, f func(T) U) (r []U) {
	for _, x := range s {
		r = append(r, f(x))
	}
	return
}
func Double[T Num](x T) T { return 2 * x }
func Id[T any](x T) T     { return x }
func Type[T any](a, b T) string {
	return fmt.Sprintf("%T", a)
}

type Set[T comparable] = map[T]bool
type Pair[A, B any] struct {
	a A
	b B
}
type IntPair[B any] = Pair[int, B]
type Tree[T interface{ Less(T) bool }] struct {
	l, r *Tree[T]
	v    T
}

func (t *Tree[T]) Insert(v T) *Tree[T] {
	if t == nil {
		return &Tree[T]{v: v}
	}
	if v.Less(t.v) {
		t.l = t.l.Insert(v)
	} else {
		t.r = t.r.Insert(v)
	}
	return t
}
func (t *Tree[T]) All(yield func(T) bool) bool {
	return t == nil || t.l.All(yield) && yield(t.v) && t.r.All(yield)
}

type Age int

func (a Age) Less(b Age) bool { return a < b }

func main() {
	fmt.Println(Sum(1, 2.5), Type(1, 'a'), Type(1, 2.5), Type(2.5, 'x'), Type(1i, 2))
	fmt.Println(Eq[any](1, 1.0), Eq[any](1, 1), Eq[any]([]int{}, []int{}), Eq[error](nil, nil))
	fmt.Println(Index([]any{1, "a", nil}, any("a")), Index([]error{nil}, nil))
	fmt.Println(Map([]int{1, 2}, Double), Map([]float64{1.5}, Double), Map([]string{"x"}, Id))
	var f func(int) int = Double
	fmt.Println(f(4))
	s := Set[string]{"a": true}
	fmt.Printf("%T %v %T\n", s, s, IntPair[string]{1, "x"})
	var t *Tree[Age]
	for _, v := range []Age{5, 2, 8} {
		t = t.Insert(v)
	}
	t.All(func(a Age) bool { fmt.Print(a, " "); return a < 5 })
	fmt.Println()
	type kv[K comparable, V any] struct {
		k K
		v V
	}
	kvs := []kv[string, int]{{"b", 1}, {"a", 2}}
	sort.Slice(kvs, func(i, j int) bool { return kvs[i].k < kvs[j].k })
	fmt.Printf("%v %+v\n", kvs, kvs[0])
	arr := [4]int([]int{1, 2, 3, 4})
	arr[0] = 9
	fmt.Println(arr, len([2]string([]string{"a", "b", "c"})))
	func() {
		defer func() { fmt.Println(recover()) }()
		_ = [3]int(arr[:2])
	}()
}

// Needs: go1.24
// Output:
// 3.5 int32 float64 float64 complex128
// false true runtime error: comparing uncomparable type []int true
// 1 0
// [2 4] [3] [x]
// 8
// map[string]bool map[a:true] main.Pair[int,string]
// 2 5
// [{a 2} {b 1}] {k:a v:2}
// [9 2 3 4] 2
// runtime error: cannot convert slice with length 2 to array or pointer to array with length 3
