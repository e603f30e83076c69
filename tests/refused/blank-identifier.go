package main

func f() {}

func main() {
	_ = _                    // ERROR "cannot use _ as value or type"
	x := _                   // ERROR "cannot use _ as value or type"
	_++                      // ERROR "cannot use _ as value or type"
	_ += 1                   // ERROR "cannot use _ as value or type"
	_()                      // ERROR "cannot use _ as value or type"
	var _ = f()              // ERROR "f\(\) \(no value\) used as value"
	_ = f                    //
	for _ := range []int{} { // ERROR "no new variables on left side of :="
	}
	_ = x
	_.y = 1         // ERROR "cannot use _ as value or type"
	var _ int = "a" // ERROR "cannot use .a. \(untyped string constant\) as int value in variable declaration"
	type _ int
	type _ string
	const _ = 1
}
