package main

var a int
var a string // ERROR "a redeclared in this block"

func f() {}
func f() {} // ERROR "f redeclared in this block"

type T struct {
	x int
	x string // ERROR "x redeclared"
}

func (T) M() {}
func (T) M() {} // ERROR "method T\.M already .*|T\.M redeclared in this block"
func (T) x() {} // ERROR "field and method with the same name x"

type I interface {
	A()
	A() // ERROR "duplicate method A"
}

const f = 1 // ERROR "f redeclared in this block"

func g(p int, p string) {} // ERROR "p redeclared in this block"

func h(p int) (p string) { return } // ERROR "p redeclared in this block|result parameter p not in scope at return"

func k(p int) {
	p := 1 // ERROR "no new variables on left side of :="
	_ = p
	q := 1
	q := 2    // ERROR "no new variables on left side of :="
	var q int // ERROR "q redeclared in this block"
	_ = q
	{
		q := 3
		_ = q
	}
}

func (r T) N(r int) {} // ERROR "r redeclared in this block"

func main() {
	x, y := 1, 2
	x, y := 3, 4 // ERROR "no new variables on left side of :="
	_, _ = x, y
	switch 1 {
	case 1:
	case 1: // ERROR "duplicate case 1 \(constant of type int\) in expression switch"
	}
	_ = map[string]int{"a": 1, "a": 2} // ERROR "duplicate key .a. in map literal"
	_ = []int{0: 1, 0: 2}              // ERROR "duplicate index 0 in array or slice literal"
	_ = struct{ a, b int }{a: 1, a: 2} // ERROR "duplicate field name a in struct literal"
}

func main() {} // ERROR "main redeclared in this block"
