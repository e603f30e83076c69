package main

import (
	"fmt"
	"sort"
	"strings"
)

type Number interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~float32 | ~float64
}
type Ordered interface {
	Number | ~string
}

func Map[T, U any](s []T, f func(T) U) []U {
	r := make([]U, 0, len(s))
	for _, v := range s {
		r = append(r, f(v))
	}
	return r
}
func Filter[S ~[]T, T any](s S, f func(T) bool) S {
	var r S
	for _, v := range s {
		if f(v) {
			r = append(r, v)
		}
	}
	return r
}
func Reduce[T, A any](s []T, a A, f func(A, T) A) A {
	for _, v := range s {
		a = f(a, v)
	}
	return a
}
func Max[T Ordered](a T, rest ...T) T {
	for _, v := range rest {
		if v > a {
			a = v
		}
	}
	return a
}
func Sum[T Number](xs ...T) (s T) {
	for _, x := range xs {
		s += x
	}
	return
}
func Keys[M ~map[K]V, K comparable, V any](m M) []K {
	r := make([]K, 0, len(m))
	for k := range m {
		r = append(r, k)
	}
	return r
}
func Index[T comparable](s []T, v T) int {
	for i, x := range s {
		if x == v {
			return i
		}
	}
	return -1
}
func Zero[T any]() (z T)             { return }
func Ptr[T any](v T) *T              { return &v }
func Swap[A, B any](a A, b B) (B, A) { return b, a }
func Compose[A, B, C any](f func(A) B, g func(B) C) func(A) C {
	return func(a A) C { return g(f(a)) }
}
func SortBy[T any, K Ordered](s []T, key func(T) K) []T {
	sort.SliceStable(s, func(i, j int) bool { return key(s[i]) < key(s[j]) })
	return s
}
func Convert[To, From Number](f From) To { return To(f) }
func Len[T ~string | ~[]byte](t T) int   { return len(t) }
func Repeat[T any](n int, v T) []T {
	if n == 0 {
		return nil
	}
	return append(Repeat(n-1, v), v)
}
func Group[T any, K comparable](s []T, f func(T) K) map[K][]T {
	m := map[K][]T{}
	for _, v := range s {
		k := f(v)
		m[k] = append(m[k], v)
	}
	return m
}

type MyInt int
type Words []string

func (m MyInt) String() string { return fmt.Sprintf("MyInt(%d)", int(m)) }

func main() {
	fmt.Println(Map([]int{1, 2, 3}, func(i int) string { return strings.Repeat("x", i) }))
	fmt.Println(Map([]string{"a", "bb"}, func(s string) int { return len(s) }))
	w := Filter(Words{"apple", "b", "cherry"}, func(s string) bool { return len(s) > 1 })
	fmt.Printf("%T %v\n", w, w)
	fmt.Println(Reduce([]int{1, 2, 3}, "", func(a string, i int) string { return a + fmt.Sprint(i) }))
	fmt.Println(Max(1, 5, 3), Max("b", "a"), Max(2.5), Max[MyInt](1, 2), Max(MyInt(7), 3))
	fmt.Println(Sum(1, 2, 3), Sum(1.5, 2.0), Sum[int8](100, 100), Sum[float32]())
	ks := Keys(map[string]int{"z": 1, "a": 2})
	sort.Strings(ks)
	fmt.Println(ks, Index(ks, "z"), Index([]int{}, 1))
	fmt.Printf("%v %q %v %v %v\n", Zero[int](), Zero[string](), Zero[*int](), Zero[[2]bool](), Zero[error]() == nil)
	p := Ptr(5)
	*p++
	fmt.Println(*p, *Ptr("s"), **Ptr(Ptr(1.5)))
	b, a := Swap(1, "x")
	fmt.Println(b, a)
	fmt.Println(Compose(func(i int) float64 { return float64(i) / 2 }, func(f float64) string { return fmt.Sprint(f) })(5))
	fmt.Println(SortBy([]string{"ccc", "a", "bb"}, func(s string) int { return len(s) }), SortBy([]int{3, 1, 2}, func(i int) string { return fmt.Sprint(-i) }))
	fmt.Println(Convert[int8](300.0), Convert[float64](3), Convert[MyInt](int64(4)))
	fmt.Println(Len("héllo"), Len([]byte{1, 2}), Repeat(3, "ab"), Group([]int{1, 2, 3, 4, 5}, func(i int) bool { return i%2 == 0 }))
	f := Max[float64]
	fmt.Printf("%T %v\n", f, f(1, 2))
	var g func(...int) int = Sum[int]
	fmt.Println(g(4, 5))
	fs := []func(int, ...int) int{Max[int], func(a int, r ...int) int { return Sum(append(r, a)...) }}
	for _, f := range fs {
		fmt.Print(f(1, 2, 3), " ")
	}
	fmt.Println()
}

// Output:
// [x xx xxx]
// [1 2]
// main.Words [apple cherry]
// 123
// 5 b 2.5 MyInt(2) MyInt(7)
// 6 3.5 -56 0
// [a z] 1 -1
// 0 "" <nil> [false false] true
// 6 s 1.5
// x 1
// 2.5
// [a bb ccc] [1 2 3]
// 44 3 MyInt(4)
// 6 2 [ab ab ab] map[false:[1 3 5] true:[2 4]]
// func(float64, ...float64) float64 2
// 9
// 3 6
