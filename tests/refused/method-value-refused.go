package main

type T struct{ n int }

func (t T) V()  {}
func (t *T) P() {}

type I interface{ V() }

func get() T { return T{} }

func main() {
	get().V()
	get().P() // ERROR "cannot call pointer method P on T"
	T{}.P()   // ERROR "cannot call pointer method P on T"
	(&T{}).P()
	_ = T.P // ERROR "invalid method expression T\.P \(needs pointer receiver \(\*T\)\.P\)|cannot call pointer method P on T"
	_ = (*T).P
	_ = T.n    // ERROR "T\.n undefined \(type T has no method n\)"
	_ = (*T).n // ERROR "\(\*T\)\.n undefined \(type \*T has no method n\)"
	_ = I.P    // ERROR "I\.P undefined \(type I has no field or method P\)"
	_ = I.V
	f := T.V
	f()  // ERROR "not enough arguments in call to f"
	f(1) // ERROR "cannot use 1 \(untyped int constant\) as T value in argument to f"
	f(T{})
	g := get().P // ERROR "cannot call pointer method P on T"
	_ = g
	map[string]T{}["a"].P() // ERROR "cannot call pointer method P on T"
	[]T{{}}[0].P()
	[1]T{}[0].P() // ERROR "cannot call pointer method P on T"
	var i I = T{}
	i.n = 1   // ERROR "i\.n undefined \(type I has no field or method n\)"
	_ = i.V.x // ERROR "i\.V\.x undefined \(type func\(\) has no field or method x\)"
	T.V()     // ERROR "not enough arguments in call to T\.V"
	_ = T.Q   // ERROR "T\.Q undefined \(type T has no field or method Q\)"
	var pp **T
	pp.V()   // ERROR "pp\.V undefined \(type \*\*T has no field or method V\)"
	pp.n = 1 // ERROR "pp\.n undefined \(type \*\*T has no field or method n\)"
	var pi *I
	pi.V() // ERROR "pi\.V undefined \(type \*I is pointer to interface, not interface\)"
	const c = 1
	c.V()         // ERROR "c\.V undefined \(type untyped int has no field or method V\)"
	"x".V()       // ERROR ".x.\.V undefined \(type untyped string has no field or method V\)"
	_ = get.n     // ERROR "get\.n undefined \(type func\(\) T has no field or method n\)"
	func() {}.V() // ERROR "func\(\) \{\}\.V undefined \(type func\(\) has no field or method V\)"
}
