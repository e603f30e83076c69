package main

type P struct{ X, Y int }
type T struct {
	a int
	b []P
	c *P
}

func main() {
	_ = P{1}                     // ERROR "too few values in struct literal of type P|too few values in P\{…\}"
	_ = P{1, 2, 3}               // ERROR "too many values in struct literal of type P|too many values in P\{…\}"
	_ = P{X: 1, 2}               // ERROR "mixture of field:value and value elements in struct literal"
	_ = P{1, Y: 2}               // ERROR "mixture of field:value and value elements in struct literal"
	_ = P{Z: 1}                  // ERROR "unknown field Z in struct literal of type P|unknown field 'Z' in struct literal of type P"
	_ = P{"a", 1}                // ERROR "cannot use .a. \(untyped string constant\) as int value in struct literal"
	_ = P{X: "a"}                // ERROR "cannot use .a. \(untyped string constant\) as int value in struct literal"
	_ = []P{{1, 2}, {X: 1}, {1}} // ERROR "too few values in struct literal of type P|too few values in struct\{X int; Y int\}\{…\}"
	_ = []*P{{1, 2}, nil, &P{}}
	_ = map[P]string{{1, 2}: "a", {1}: "b"} // ERROR "too few values in struct literal of type P|too few values in struct\{X int; Y int\}\{…\}"
	_ = map[string]int{"a"}                 // ERROR "missing key in map literal"
	_ = map[string]int{1: 1}                // ERROR "cannot use 1 \(untyped int constant\) as string value in map literal"
	_ = map[string]int{"a": "b"}            // ERROR "cannot use .b. \(untyped string constant\) as int value in map literal"
	_ = []int{"a"}                          // ERROR "cannot use .a. \(untyped string constant\) as int value in array or slice literal"
	_ = []int{"a": 1}                       // ERROR "cannot convert .a. \(untyped string constant\) to type int|cannot convert .a. \(untyped string constant\) to int"
	_ = []int{-1: 1}                        // ERROR "invalid argument: index -1 \(constant of type int\) must not be negative"
	_ = []int{1.5: 1}                       // ERROR "1\.5 \(untyped float constant\) truncated to int"
	_ = [2]int{1, 2, 3}                     // ERROR "index 2 is out of bounds \(>= 2\)"
	_ = [...]int{1, 2}[2]                   // ERROR "invalid argument: index 2 out of bounds \[0:2\]"
	var x [...]int                          // ERROR "invalid use of \[\.\.\.\] array \(outside a composite literal\)"
	_ = x
	_ = int{1}         // ERROR "invalid composite literal type int"
	_ = T{c: {1, 2}}   // ERROR "invalid composite literal: missing type|missing type in composite literal"
	_ = T{b: {{1, 2}}} // ERROR "invalid composite literal: missing type|missing type in composite literal"
	_ = T{b: []P{{1, 2}}, c: &P{}}
	_ = struct{ a int }{b: 1} // ERROR "unknown field b in struct literal of type struct\{a int\}|unknown field 'b' in struct literal of type struct\{a int\}"
	_ = P.X{}                 // ERROR "P\.X is not a type|P\.X undefined \(type P has no method X\)"
	_ = &[]int{1}[0]
	_ = **P{} // ERROR "invalid operation: cannot indirect P\{\} \(value of struct type P\)|invalid operation: cannot indirect P\{\} \(value of type P\)"
	i := 0
	_ = []int{i: 1}                     // ERROR "index i must be integer constant"
	_ = []int{1, 2, 1: 5}               // ERROR "duplicate index 1 in array or slice literal"
	_ = map[interface{}]int{1: 1, 1: 2} // ERROR "duplicate key 1 in map literal"
	_ = map[interface{}]int{1: 1, 1.0: 2, "1": 3}
}
