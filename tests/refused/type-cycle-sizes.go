package main

import "unsafe"

type A [len(x)]int // ERROR "invalid recursive type A"
var x A

type B struct{ f [unsafe.Sizeof(B{})]byte } // ERROR "invalid recursive type B|illegal cycle in type declaration"

const c = len(d) // ERROR "initialization cycle for c|initialization loop for c"
var d [c]int

type E interface { // ERROR "invalid recursive type E"
	F
}
type F interface {
	E
}

type G [2]H // ERROR "invalid recursive type G"
type H struct{ g G }

func main() {}
