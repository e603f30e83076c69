package main

func f() (int, error) { return 0, nil }

func main() {
	var x int = f() // ERROR "multiple-value f\(\) \(value of type \(int, error\)\) in single-value context"
	if f() { // ERROR "multiple-value f\(\) \(value of type \(int, error\)\) in single-value context"
	}
	if x { // ERROR "non-boolean condition in if statement"
	}
	if x := f(); x == 1 { // ERROR "assignment mismatch: 1 variable but f returns 2 values"
	}
	if nil { // ERROR "non-boolean condition in if statement"
	}
	if "true" { // ERROR "non-boolean condition in if statement"
	}
	for 1 { // ERROR "non-boolean condition in for statement"
	}
	for x := range f() { // ERROR "multiple-value f\(\) \(value of type \(int, error\)\) in single-value context"
		_ = x
	}
	switch f() { // ERROR "multiple-value f\(\) \(value of type \(int, error\)\) in single-value context"
	}
	return 1 // ERROR "too many return values"
	a, b, c := f() // ERROR "assignment mismatch: 3 variables but f returns 2 values"
	_, _, _ = a, b, c
	a := f() // ERROR "no new variables on left side of :=|assignment mismatch: 1 variable but f returns 2 values"
	x = f() // ERROR "assignment mismatch: 1 variable but f returns 2 values"
	x, y := f(), 1 // ERROR "multiple-value f\(\) \(value of type \(int, error\)\) in single-value context"
	_ = y
	f() = 1, nil // ERROR "assignment mismatch: 1 variable but 2 values"
	var z, w int = f() // ERROR "cannot use f\(\) \(value of interface type error\) as int value in assignment|cannot use f\(\) \(value of type error\) as type int in assignment"
	_, _ = z, w
	*x = 1 // ERROR "invalid operation: cannot indirect x \(variable of type int\)"
	&x = nil // ERROR "cannot assign to &x \(neither addressable nor a map index expression\)|cannot assign to &x \(value of type \*int\)"
	x.y = 1 // ERROR "x\.y undefined \(type int has no field or method y\)"
	x[0] = 1 // ERROR "invalid operation: cannot index x \(variable of type int\)"
	x() // ERROR "invalid operation: cannot call non-function x \(variable of type int\)"
	(x) = 2
	nil = 1 // ERROR "cannot assign to nil \(neither addressable nor a map index expression\)|cannot assign to nil"
	true = false // ERROR "cannot assign to true \(neither addressable nor a map index expression\)|cannot assign to true \(untyped bool constant\)"
	main = nil // ERROR "cannot assign to main \(neither addressable nor a map index expression\)|cannot assign to main \(value of type func\(\)\)"
	int = 5 // ERROR "int \(type\) is not an expression"
	_ = int // ERROR "int \(type\) is not an expression"
	_ = len // ERROR "len \(built-in\) must be called"
	len = nil // ERROR "len \(built-in\) must be called"
	_ = f //
	_ = []int // ERROR "\[\]int \(type\) is not an expression"
	_ = struct{} // ERROR "struct\{\} \(type\) is not an expression"
	_ = (int) // ERROR "\(int\) \(type\) is not an expression"
	var v = int // ERROR "int \(type\) is not an expression"
	var t T // ERROR "undefined: T"
	_ = iota // ERROR "cannot use iota outside constant declaration"
	_ = [...]int{} == nil // ERROR "invalid operation: \[\.\.\.\]int\{\} == nil \(mismatched types \[0\]int and untyped nil\)"
}
