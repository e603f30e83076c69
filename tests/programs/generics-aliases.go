// Generic aliases, inference of 1.21, comparable satisfied by interfaces, local generic types.
package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

type Vec[T any] = []T
type Pair[A, B any] struct {
	a A
	b B
}
type IntPair[B any] = Pair[int, B]
type Alias[P any] = *Pair[P, P]
type Ord[T cmp.Ordered] = func(a, b T) int

type Number interface{ ~int | ~float64 }

func Sum[S ~[]E, E Number](s S) (t E) {
	for _, v := range s {
		t += v
	}
	return
}
func Apply[T, U any](x T, f func(T) U) U { return f(x) }
func Id[T any](x T) T                    { return x }
func Cmp[T comparable](a, b T) bool      { return a == b }

type Tree[T any] struct {
	l, r *Tree[T]
	v    T
	cmp  func(a, b T) int
}

func (t *Tree[T]) Insert(v T) *Tree[T] {
	if t == nil {
		return &Tree[T]{v: v}
	}
	return t
}

type Stringish interface {
	~string
	Len() int
}
type My string

func (m My) Len() int        { return len(m) }
func L[T Stringish](x T) int { return x.Len() + len(string(x)) }

type Num[T Number] struct{ v T }

func (n Num[T]) Add(o Num[T]) Num[T] { return Num[T]{n.v + o.v} }

type Node[K cmp.Ordered, V any] struct {
	k K
	v V
}

func MapKV[K cmp.Ordered, V any, M ~map[K]V](m M) []Node[K, V] {
	var out []Node[K, V]
	for k, v := range m {
		out = append(out, Node[K, V]{k, v})
	}
	slices.SortFunc(out, func(a, b Node[K, V]) int { return cmp.Compare(a.k, b.k) })
	return out
}

type Adder[T any] interface{ Add(T) T }

func Fold[T Adder[T]](xs ...T) T {
	var z T
	for _, x := range xs {
		z = z.Add(x)
	}
	return z
}

func main() {
	var v Vec[int] = []int{1, 2}
	fmt.Printf("%T %v\n", v, v)
	p := IntPair[string]{1, "x"}
	fmt.Printf("%T %v\n", p, p)
	var a Alias[int] = &Pair[int, int]{1, 2}
	fmt.Printf("%T\n", a)
	var o Ord[string] = strings.Compare
	fmt.Println(o("a", "b"))
	fmt.Println(Sum(v), Apply(3, func(i int) string { return fmt.Sprint(i) }))
	var f func(int) int = Id
	fmt.Println(f(3), Apply[int, int](4, Id), Apply(5, Id[int]))
	var x, y any = 1, 1
	fmt.Println(Cmp(x, y), Cmp[any](1, "a"))
	func() { defer func() { fmt.Println(recover()) }(); Cmp[any]([]int{}, []int{}) }()
	fmt.Println(L(My("abc")), MapKV(map[string]int{"b": 1, "a": 2}), Fold(Num[int]{1}, Num[int]{2}))
	slices.SortFunc(v, func(a, b int) int { return b - a })
	fmt.Println(v, slices.IndexFunc(v, func(i int) bool { return i == 1 }), slices.MaxFunc(v, cmp.Compare[int]))
	type local[T any] struct{ x T }
	fmt.Printf("%T\n", local[int]{})
	var e interface{ comparableX() }
	_ = e
	fmt.Printf("%v %d\n", max(1, 2, 3.0), min(2, 1))
	fmt.Println(append([]byte("x"), "yz"...), strings.Repeat("ab", 2))
	goto L
L:
	switch x := any(v).(type) {
	case Vec[int]:
		fmt.Println("vec", x)
	default:
		fmt.Println("no")
	}
}

// Output:
// []int [1 2]
// main.Pair[int,string] {1 x}
// *main.Pair[int,int]
// -1
// 3 3
// 3 4 5
// true false
// runtime error: comparing uncomparable type []int
// 6 [{a 2} {b 1}] {3}
// [2 1] 1 2
// main.local[int]
// 3 1
// [120 121 122] abab
// vec [2 1]
// Needs: go1.24
