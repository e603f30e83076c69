package main

import (
	"fmt"
	"strings"
)

func Apply[T any](s []T, fs ...func(T) T) []T {
	for _, f := range fs {
		for i := range s {
			s[i] = f(s[i])
		}
	}
	return s
}
func Two[A any, B any](f func(A) B, a A) B { return f(a) }
func Curry[A, B, C any](f func(A, B) C) func(A) func(B) C {
	return func(a A) func(B) C { return func(b B) C { return f(a, b) } }
}
func First[T any, S ~[]T](s S) T { return s[0] }
func Nested[K comparable, V any](m map[K][]map[string]V) (n int) {
	for _, s := range m {
		n += len(s)
	}
	return
}
func Untyped[T any](a, b T) string          { return fmt.Sprintf("%T", a) }
func Chan[T any](c <-chan T) T              { return <-c }
func Arr[T any](a [3]T) T                   { return a[2] }
func PtrTo[T any](p *T) T                   { return *p }
func Variadic[T any](xs ...T) string        { return fmt.Sprintf("%T%d", xs, len(xs)) }
func Explicit[R, A any](a A, f func(A) R) R { return f(a) }
func Cast[To any](v any) To                 { return v.(To) }
func Mk[K comparable, V any]() map[K]V      { return make(map[K]V) }
func Id[T any](t T) T                       { return t }
func Pipe[T any](v T, f func(T) T) T        { return f(v) }

type S []int
type G[T any] struct{ v T }

func Unwrap[T any](g G[T]) T                  { return g.v }
func Wrap[T any](v T) G[T]                    { return G[T]{v} }
func MapG[T, U any](g G[T], f func(T) U) G[U] { return Wrap(f(g.v)) }
func Eq[T comparable](a, b T) bool            { return a == b }

func main() {
	fmt.Println(Apply([]int{1, 2}, func(i int) int { return i + 1 }, func(i int) int { return i * i }))
	fmt.Println(Apply([]string{"a"}, strings.ToUpper))
	fmt.Println(Two(func(s string) int { return len(s) }, "abc"))
	fmt.Println(Curry(func(a int, b string) string { return strings.Repeat(b, a) })(3)("x"))
	fmt.Println(First(S{7, 8}), First([]string{"q"}))
	fmt.Println(Nested(map[int][]map[string]bool{1: {{}, {"a": true}}}))
	fmt.Println(Untyped(1, 2), Untyped(1.5, 2.5), Untyped('a', 'b'), Untyped("s", "t"), Untyped[any](1, "x"), Untyped[float64](1, 2))
	c := make(chan int, 1)
	c <- 5
	fmt.Println(Chan((<-chan int)(c)), Arr([3]rune{2: 'z'}), PtrTo(&[]int{1}), PtrTo(&G[int]{4}).v)
	fmt.Println(Variadic(1, 2), Variadic[int](), Variadic([]string{"a"}...), Variadic[any](1, "a", nil))
	fmt.Println(Explicit[string](5, func(i int) string { return fmt.Sprint(i * 2) }), Explicit[int, string]("abc", func(s string) int { return len(s) }))
	fmt.Println(Cast[int](3), Cast[fmt.Stringer](str("x")))
	m := Mk[string, []int]()
	m["a"] = append(m["a"], 1)
	fmt.Println(m, Id(Id(Id(4))), Id(Id[string])("f"))
	fmt.Println(Unwrap(MapG(Wrap(3), func(i int) string { return fmt.Sprint("w", i) })))
	fmt.Println(Eq(1, 1), Eq("a", "b"), Eq(G[int]{1}, G[int]{1}), Eq(&m, &m), Eq([2]int{1}, [2]int{1}))
	fmt.Println(Pipe(2.5, func(f float64) float64 { return f * 2 }))
	type local struct{ a int }
	fmt.Println(Id(local{3}).a, Unwrap(G[local]{local{4}}).a, fmt.Sprintf("%T", Wrap(struct{ X int }{1})))
	f := Id[func(int) int]
	fmt.Println(f(func(i int) int { return -i })(3))
	var e error = fmt.Errorf("e")
	fmt.Println(Id(e), Untyped(e, nil))
}

type str string

func (s str) String() string { return "str:" + string(s) }

// Output:
// [4 9]
// [A]
// 3
// xxx
// 7 q
// 2
// int float64 int32 string int float64
// 5 122 [1] 4
// []int2 []int0 []string1 []interface {}3
// 10 3
// 3 str:x
// map[a:[1]] 4 f
// w3
// true false true true true
// 5
// 3 4 main.G[struct { X int }]
// -3
// e *errors.errorString
