package main

type T struct{ a int }

func main() {
	var t T
	t.a := 1 // ERROR "non-name t\.a on left side of :="
	x, t.a := 1, 2 // ERROR "non-name t\.a on left side of :="
	a[0] := 1 // ERROR "undefined: a|non-name a\[0\] on left side of :="
	(y) := 1 // ERROR "non-name \(y\) on left side of :=|undefined: y"
	*z := 1 // ERROR "non-name \*z on left side of :=|undefined: z"
	_ = x
}
