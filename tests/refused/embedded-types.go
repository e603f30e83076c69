package main

type I interface{ M() }
type P *int
type A struct{ *I } // ERROR "embedded field type cannot be a pointer to an interface"
type B struct{ P }  // ERROR "embedded field type cannot be a pointer"
type C struct{ *P } // ERROR "embedded field type cannot be a pointer"
type D struct {
	int
	int // ERROR "int redeclared"
}
type E struct {
	D
	D string // ERROR "D redeclared"
}
type F struct { // ERROR "invalid recursive type F"
	*F
	G
}
type G struct{ F }
type H struct {
	string
	error
	*I2 // ERROR "embedded field type cannot be a pointer to an interface"
}
type I2 = interface{}
type J interface {
	int
	D
	I
}
type K interface {
	I
	M()
}
type L interface {
	I
	M()
}
type N interface {
	I // ERROR "duplicate method M"
	M() int
}

func main() {}
