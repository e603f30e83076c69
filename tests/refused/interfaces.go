package main

import (
	"fmt"
	"io"
)

type I interface {
	M()
	N(int) string
}
type A struct{}
type B struct{}
type C struct{}
type D struct{ A }

func (A) M()            {}
func (*B) M()           {}
func (*B) N(int) string { return "" }
func (C) M()            {}
func (C) N(string) string {
	return ""
}

func take(I) {}

func main() {
	var i I
	i = A{} // ERROR "cannot use A\{\} \(value of struct type A\) as I value in assignment: A does not implement I \(missing method N\)|cannot use A\{\} \(value of type A\) as type I in assignment:"
	i = B{} // ERROR "cannot use B\{\} \(value of struct type B\) as I value in assignment: B does not implement I \(method M has pointer receiver\)|cannot use B\{\} \(value of type B\) as type I in assignment:"
	i = &B{}
	i = C{}   // ERROR "cannot use C\{\} \(value of struct type C\) as I value in assignment: C does not implement I \(wrong type for method N\)|cannot use C\{\} \(value of type C\) as type I in assignment:"
	i = D{}   // ERROR "cannot use D\{\} \(value of struct type D\) as I value in assignment: D does not implement I \(missing method N\)|cannot use D\{\} \(value of type D\) as type I in assignment:"
	i = 5     // ERROR "cannot use 5 \(constant of type int\) as I value in assignment: int does not implement I \(missing method M\)|cannot use 5 \(constant of type int\) as type I in assignment:"
	take(B{}) // ERROR "cannot use B\{\} \(value of struct type B\) as I value in argument to take: B does not implement I \(method M has pointer receiver\)|cannot use B\{\} \(value of type B\) as type I in argument to take:"
	take(nil)
	var e interface{} = 1
	i = e // ERROR "cannot use e \(variable of type interface\{\}\) as I value in assignment: interface\{\} does not implement I \(missing method M\)|cannot use e \(variable of type interface\{\}\) as type I in assignment:"
	i = e.(I)
	var n int = e   // ERROR "cannot use e \(variable of type interface\{\}\) as int value in variable declaration: need type assertion|cannot use e \(variable of type interface\{\}\) as type int in variable declaration:"
	_ = e.(Missing) // ERROR "undefined: Missing"
	_ = n.(int)     // ERROR "invalid operation: n \(variable of type int\) is not an interface"
	_ = i.(A)       // ERROR "impossible type assertion: i\.\(A\)"
	_ = i.(*B)
	_ = i.(int) // ERROR "impossible type assertion: i\.\(int\)"
	_ = i.(fmt.Stringer)
	e.M()                    // ERROR "e\.M undefined \(type interface\{\} has no field or method M\)"
	i.X()                    // ERROR "i\.X undefined \(type I has no field or method X\)"
	(&i).M()                 // ERROR "\(&i\)\.M undefined \(type \*I is pointer to interface, not interface\)"
	var s fmt.Stringer = i   // ERROR "cannot use i \(variable of interface type I\) as fmt\.Stringer value in variable declaration: I does not implement fmt\.Stringer \(missing method String\)|cannot use i \(variable of type I\) as type fmt\.Stringer in variable declaration:"
	var w io.Writer = new(B) // ERROR "cannot use new\(B\) \(value of type \*B\) as io\.Writer value in variable declaration: \*B does not implement io\.Writer \(missing method Write\)|cannot use new\(B\) \(value of type \*B\) as type io\.Writer in variable declaration:"
	var r io.ReadWriter
	w = r
	r = w // ERROR "cannot use w \(variable of interface type io\.Writer\) as io\.ReadWriter value in assignment: io\.Writer does not implement io\.ReadWriter \(missing method Read\)|cannot use w \(variable of type io\.Writer\) as type io\.ReadWriter in assignment:"
	_, _ = s, w
	var x error = "str" // ERROR "cannot use .str. \(constant of type string\) as error value in variable declaration: string does not implement error \(missing method Error\)|cannot use .str. \(constant of type string\) as type error in variable declaration:"
	_ = x
	i.(type) // ERROR "invalid syntax tree: use of \.\(type\) outside type switch|invalid AST: use of \.\(type\) outside type switch"
	switch i.(type) {
	case A: // ERROR "impossible type switch case: A"
	case *B:
	case int: // ERROR "impossible type switch case: int"
	case *B: // ERROR "duplicate case \*B in type switch"
	case nil:
	case nil: // ERROR "duplicate case nil in type switch"
	}
	switch n.(type) { // ERROR "n \(variable of type int\) is not an interface"
	}
	switch e := e.(type) {
	case int:
		e.foo() // ERROR "e\.foo undefined \(type int has no field or method foo\)"
	case string, bool:
		_ = e + "a" // ERROR "invalid operation: e \+ .a. \(mismatched types interface\{\} and string\)"
	}
	_ = I{}                    // ERROR "invalid composite literal type I"
	_ = (*I)(nil).M            // ERROR "\(\*I\)\(nil\)\.M undefined \(type \*I is pointer to interface, not interface\)"
	_ = []I{A{}, &B{}}         // ERROR "cannot use A\{\} \(value of struct type A\) as I value in array or slice literal: A does not implement I \(missing method N\)|cannot use A\{\} \(value of type A\) as type I in array or slice literal:"
	_ = map[string]I{"a": C{}} // ERROR "cannot use C\{\} \(value of struct type C\) as I value in map literal: C does not implement I \(wrong type for method N\)|cannot use C\{\} \(value of type C\) as type I in map literal:"
	return A{}                 // ERROR "too many return values"
}
