package main

import "unsafe"

type T struct{ p *T }

func main() {
	var p *int
	var q *string
	p = q       // ERROR "cannot use q \(variable of type \*string\) as \*int value in assignment|cannot use q \(variable of type \*string\) as type \*int in assignment"
	p++         // ERROR "invalid operation: p\+\+ \(non-numeric type \*int\)"
	_ = p + 1   // ERROR "invalid operation: p \+ 1 \(mismatched types \*int and untyped int\)|cannot convert 1 \(untyped int constant\) to \*int"
	_ = p[0]    // ERROR "invalid operation: cannot index p \(variable of type \*int\)"
	_ = **p     // ERROR "invalid operation: cannot indirect \*p \(variable of type int\)"
	_ = *q + 1  // ERROR "invalid operation: \*q \+ 1 \(mismatched types string and untyped int\)"
	_ = p == q  // ERROR "invalid operation: p == q \(mismatched types \*int and \*string\)"
	_ = &p == p // ERROR "invalid operation: &p == p \(mismatched types \*\*int and \*int\)"
	_ = &5      // ERROR "invalid operation: cannot take address of 5 \(untyped int constant\)"
	_ = &main   // ERROR "invalid operation: cannot take address of main \(value of type func\(\)\)"
	_ = &(p)
	_ = &*p
	_ = &T{}.p // ERROR "invalid operation: cannot take address of T\{\}\.p \(value of type \*T\)"
	_ = &(T{}) //
	_ = &[]int{1}[0]
	_ = &[1]int{1}[0]     // ERROR "invalid operation: cannot take address of \[1\]int\{…\}\[0\] \(value of type int\)"
	_ = &"abc"[0]         // ERROR "invalid operation: cannot take address of .abc.\[0\] \(value of type byte\)"
	_ = &map[int]int{}[0] // ERROR "invalid operation: cannot take address of map\[int\]int\{\}\[0\] \(map index expression of type int\)"
	_ = &int(5)           // ERROR "invalid operation: cannot take address of int\(5\) \(constant 5 of type int\)"
	_ = &nil              // ERROR "invalid operation: cannot take address of nil"
	_ = &p.x              // ERROR "p\.x undefined \(type \*int has no field or method x\)"
	var t T
	t.p.p.p = &t
	t.p.q = 1              // ERROR "t\.p\.q undefined \(type \*T has no field or method q\)"
	_ = *t                 // ERROR "invalid operation: cannot indirect t \(variable of struct type T\)|invalid operation: cannot indirect t \(variable of type T\)"
	_ = unsafe.Sizeof()    // ERROR "invalid operation: not enough arguments for unsafe\.Sizeof\(\) \(expected 1, found 0\)"
	_ = unsafe.Offsetof(t) // ERROR "invalid argument: t is not a selector expression"
	_ = unsafe.Offsetof(t.p)
	const c = 1
	_ = &c // ERROR "invalid operation: cannot take address of c \(untyped int constant 1\)"
	var a [3]int
	var pa = &a
	_ = pa[1] + len(pa)
	_ = pa[3]   // ERROR "invalid argument: index 3 out of bounds \[0:3\]"
	_ = pa["x"] // ERROR "cannot convert .x. \(untyped string constant\) to type int|cannot convert .x. \(untyped string constant\) to int"
	var ps = &[]int{}
	_ = ps[0]   // ERROR "invalid operation: cannot index ps \(variable of type \*\[\]int\)"
	_ = len(ps) // ERROR "invalid argument: ps \(variable of type \*\[\]int\) for built-in len|invalid argument: ps \(variable of type \*\[\]int\) for len"
	var pm = &map[string]int{}
	_ = pm["a"]    // ERROR "invalid operation: cannot index pm \(variable of type \*map\[string\]int\)"
	var pst = &"x" // ERROR "invalid operation: cannot take address of .x. \(untyped string constant\)"
}
