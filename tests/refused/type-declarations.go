package main

type A struct{ A }   // ERROR "invalid recursive type: A refers to itself|invalid recursive type A"
type B struct{ b C } // ERROR "invalid recursive type B"
type C struct{ c [2]B }
type D [3]D           // ERROR "invalid recursive type: D refers to itself|invalid recursive type D"
type E interface{ E } // ERROR "invalid recursive type: E refers to itself|invalid recursive type E"
type F *F
type G []G
type H H   // ERROR "invalid recursive type: H refers to itself|invalid recursive type H"
type I = I // ERROR "invalid recursive type: I refers to itself|invalid recursive type I"
type J = K // ERROR "invalid recursive type J"
type K = J
type L int

func (L) m()   {}
func (int) m() {} // ERROR "cannot define new methods on non-local type int"
func (*L) n()  {}
func (**L) o() {} // ERROR "invalid receiver type \*\*L"

type M *int

func (M) p() {} // ERROR "invalid receiver type M \(pointer or interface type\)"

type N interface{ q() }

func (N) q() {} // ERROR "invalid receiver type N \(pointer or interface type\)"

func (undefinedT) r() {} // ERROR "undefined: undefinedT"
func ([]int) s()      {} // ERROR "invalid receiver type \[\]int"

type O map[[]int]string      // ERROR "invalid map key type \[\]int"
type P map[func()]int        // ERROR "invalid map key type func\(\)"
type Q struct{ x map[Q]int } // ERROR "invalid map key type Q"
type R [len(s1)]int          // ERROR "array length len\(s1\) \(value of type int\) must be constant"

var s1 []int

type S struct {
	*int
	error
	*S
	*N // ERROR "embedded field type cannot be a pointer to an interface"
	F  // ERROR "embedded field type cannot be a pointer"
}

func init() int  { return 1 } // ERROR "func init must have no arguments and no return values"
func init(a int) {}           // ERROR "func init must have no arguments and no return values"
func main() {
	init()   // ERROR "undefined: init"
	_ = init // ERROR "undefined: init"
}
