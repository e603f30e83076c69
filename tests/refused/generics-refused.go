package main

import "fmt"

type Num interface{ ~int | ~float64 }
type G[T any] struct{ v T }
type C[K comparable, V any] map[K]V

func f[T Num](a T) T                { return a }
func g[T, U any](t T) (u U)         { return }
func h[T comparable](a, b T) bool   { return a == b }
func i[T any](a, b T) bool          { return a == b }     // ERROR "invalid operation: a == b \(incomparable types in type set\)"
func j[T any](a T) string           { return a.String() } // ERROR "a\.String undefined \(type T has no field or method String\)"
func k[T fmt.Stringer](a T) string  { return a.String() }
func l[T any](a T) int              { return int(a) } // ERROR "cannot convert a \(variable of type T constrained by any\) to type int"
func m[T Num](a T) T                { return a % 2 }  // ERROR "invalid operation: operator % not defined on a \(variable of type T constrained by Num\)"
func n[T any](a T) T                { return nil }    // ERROR "cannot use nil as T value in return statement"
func o[T Num](a T) int              { return a }      // ERROR "cannot use a \(variable of type T constrained by Num\) as int value in return statement|cannot use a \(variable of type T constrained by Num\) as type int in return statement"
func p[T ~[]int | ~string](a T) int { return len(a) }
func q[T ~[]int](a T) int           { return a.x } // ERROR "a\.x undefined \(type T has no field or method x\)"
func r[T any](a T)                  { a() }        // ERROR "invalid operation: cannot call non-function a \(variable of type T constrained by any\)"
func s[T any](a T) {
	for range a { // ERROR "cannot range over a \(variable of type T constrained by any\): no core type|cannot range over a \(variable of type T constrained by any\) \(T has no core type\)"
	}
}
func t[T any, T any](a T) {} // ERROR "T redeclared in this block"
func u[T undefined](a T)  {} // ERROR "undefined: undefined"
func v[T Num](a T) {
	switch a.(type) { // ERROR "cannot use a \(variable of type T constrained by Num\) in type switch|cannot use type switch on type parameter value a \(variable of type T constrained by Num\)"
	}
}
func w[T Num](x []T, y T) {}
func (G[int]) ok()        {}
func z[T Num]() {
	var t T
	_ = t + "a" // ERROR "invalid operation: t \+ .a. \(mismatched types T and untyped string\)"
	_ = t + 1.5 // ERROR "cannot convert 1\.5 \(untyped float constant\) to type T|cannot convert 1\.5 \(untyped float constant\) to T"
	_ = t << 1  // ERROR "invalid operation: shifted operand t \(variable of type T constrained by Num\) must be integer"
	_ = T("a")  // ERROR "cannot convert .a. \(untyped string constant\) to type T: cannot convert .a. \(untyped string constant\) to type int \(in T\)|cannot convert .a. \(untyped string value\) to type T:"
}

func main() {
	f("a")            // ERROR "string does not satisfy Num \(string missing in ~int \| ~float64\)|string does not implement Num \(string missing in ~int \| ~float64\)"
	f(1, 2)           // ERROR "too many arguments in call to f"
	f[string]("a")    // ERROR "string does not satisfy Num \(string missing in ~int \| ~float64\)|string does not implement Num \(string missing in ~int \| ~float64\)"
	f[int, int](1)    // ERROR "got 2 type arguments but f has 1 type parameters|got 2 type arguments but want 1"
	f[int](1.5)       // ERROR "cannot use 1\.5 \(untyped float constant\) as int value in argument to f\[int\] \(truncated\)"
	g(1)              // ERROR "in call to g, cannot infer U .*|cannot infer U .*"
	g[int](1)         // ERROR "in call to g\[int\], cannot infer U .*|cannot infer U .*"
	h([]int{}, nil)   // ERROR "\[\]int does not satisfy comparable|\[\]int does not implement comparable"
	h(1, "a")         // ERROR "in call to h, mismatched types untyped int and untyped string \(cannot infer T\)|default type string of .a. does not match inferred type int for T"
	k(1)              // ERROR "int does not satisfy fmt\.Stringer \(missing method String\)|int does not implement fmt\.Stringer \(missing String method\)"
	var a G           // ERROR "cannot use generic type G\[T any\] without instantiation"
	var b G[int, int] // ERROR "too many type arguments for type G: have 2, want 1|got 2 arguments but 1 type parameters"
	var c G[int]
	var d C[[]int, int]      // ERROR "\[\]int does not satisfy comparable|\[\]int does not implement comparable"
	var e Num                // ERROR "cannot use type Num outside a type constraint: interface contains type constraints"
	var ff = f               // ERROR "cannot use generic function f without instantiation"
	_ = G{1}                 // ERROR "cannot use generic type G\[T any\] without instantiation"
	_ = G[int]{"a"}          // ERROR "cannot use .a. \(untyped string constant\) as int value in struct literal"
	_ = G[string]{"a"}.v + 1 // ERROR "invalid operation: G\[string\]\{…\}\.v \+ 1 \(mismatched types string and untyped int\)"
	w([]int{}, "a")          // ERROR "cannot use .a. \(untyped string constant\) as int value in argument to w"
	w([]int{}, 1.5)          // ERROR "cannot use 1\.5 \(untyped float constant\) as int value in argument to w \(truncated\)"
	_ = main[int]            // ERROR "invalid operation: cannot index main \(value of type func\(\)\)"
	_ = a
	_, _, _, _, _ = b, c, d, e, ff
}
