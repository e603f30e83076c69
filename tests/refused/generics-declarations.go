package main

type A[T any] struct{ next A[T] } // ERROR "invalid recursive type: A refers to itself|invalid recursive type A"
type B[T any] struct{ next *B[T] }
type C[T any] struct{ T }     // ERROR "embedded field type cannot be a type parameter|embedded field type cannot be a \(pointer to a\) type parameter"
type D[T any] T               // ERROR "cannot use a type parameter as RHS in type declaration"
type E[T any] interface{ ~T } // ERROR "type in term ~T cannot be a type parameter"
type F interface {
	int
	M()
}
type H interface {
	~string | ~MyString // ERROR "invalid use of ~ \(underlying type of MyString is string\)"
}
type MyString string
type I interface{ int | comparable } // ERROR "cannot use comparable in union"
type J interface{ int | F }          // ERROR "cannot use F in union \(F contains methods\)|cannot use <unlinkable>\.F in union \(<unlinkable>\.F contains methods\)"
type K[T B] struct{}                 // ERROR "cannot use generic type B\[T any\] without instantiation"
type L[P *int,] struct{}
type N struct {
	f func(T) // ERROR "undefined: T"
}

var v F          // ERROR "cannot use type F outside a type constraint: interface contains type constraints"
var w comparable // ERROR "cannot use type comparable outside a type constraint: interface is \(or embeds\) comparable"
var x []Q        // ERROR "cannot use type Q outside a type constraint: interface contains type constraints"

type Q interface{ ~int }

func (b B[int]) m()  { var _ int = 1 } // ERROR "cannot use 1 \(untyped int constant\) as int value in variable declaration"
func (b B[X, Y]) n() {}                // ERROR "receiver declares 2 type parameters, but receiver base type declares 1|got 2 arguments but 1 type parameters"
func (b B) o()       {}                // ERROR "cannot use generic type B\[T any\] without instantiation"

func a[T any]() {}

var y = a   // ERROR "cannot use generic function a without instantiation"
var z = a() // ERROR "a\(\) \(no value\) used as value|in call to a, cannot infer T .*|cannot infer T .*"
var s = struct{ B[int] }{}

func main() {
	var f func(F) // ERROR "cannot use type F outside a type constraint: interface contains type constraints"
	_ = f
}
