package main

type A struct{ x int }
type B struct{ x int }
type C struct {
	A
	B
}
type D struct{ C }

func (A) M() {}
func (B) M() {}

type I interface{ M() }
type E struct {
	I
	A
}

type F struct {
	*G
}
type G struct{ F }

func main() {
	var c C
	_ = c.x // ERROR "ambiguous selector c\.x"
	c.M()   // ERROR "ambiguous selector c\.M"
	var d D
	_ = d.x // ERROR "ambiguous selector d\.x"
	_ = d.A.x
	var i I = c // ERROR "cannot use c \(variable of struct type C\) as I value in variable declaration: C does not implement I \(ambiguous selector C\.M\)|cannot use c \(variable of type C\) as type I in variable declaration:"
	var e E
	e.M() // ERROR "ambiguous selector e\.M"
	i = e // ERROR "cannot use e \(variable of struct type E\) as I value in assignment: E does not implement I \(ambiguous selector E\.M\)|cannot use e \(variable of type E\) as type I in assignment:"
	_ = i
	var f F
	_ = f.nope // ERROR "f\.nope undefined \(type F has no field or method nope\)"
}
