package main

import "fmt"

type T struct{ a int }

func (T) M() {}

func main() {
	x = 1         // ERROR "undefined: x"
	undefined()   // ERROR "undefined: undefined"
	fmt.Nope()    // ERROR "undefined: fmt\.Nope"
	fmt.println() // ERROR "undefined: fmt\.println"
	var t T
	t.b = 1       // ERROR "t\.b undefined \(type T has no field or method b\)"
	t.N()         // ERROR "t\.N undefined \(type T has no field or method N\)"
	t.m()         // ERROR "t\.m undefined \(type T has no field or method m, but does have method M\)|t\.m undefined \(type T has no field or method m, but does have M\)"
	var v Missing // ERROR "undefined: Missing"
	_ = v
	_ = nosuch.Thing         // ERROR "undefined: nosuch"
	_ = T{b: 1}              // ERROR "unknown field b in struct literal of type T|unknown field 'b' in struct literal of type T"
	_ = []Unknown{}          // ERROR "undefined: Unknown"
	_ = math.Pi              // ERROR "undefined: math"
	for i := range nothing { // ERROR "undefined: nothing"
		_ = i
	}
	{
		inner := 1
		_ = inner
	}
	_ = inner // ERROR "undefined: inner"
	T.Nope(t) // ERROR "T\.Nope undefined \(type T has no field or method Nope\)"
	_ = t.a.b // ERROR "t\.a\.b undefined \(type int has no field or method b\)"
}
