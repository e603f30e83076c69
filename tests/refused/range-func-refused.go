package main

func a(yield func(int) bool)         {}
func b(yield func(int))              {}
func c(yield func(int, string) bool) {}
func d(yield func() bool)            {}
func e(yield func(int) bool) int     { return 0 }
func f(x int)                        {}
func g(y func(int, int, int) bool)   {}

func main() {
	for range a {
	}
	for i := range a {
		_ = i
	}
	for i, j := range a { // ERROR "range over a \(value of type func\(yield func\(int\) bool\)\) permits only one iteration variable"
		_, _ = i, j
	}
	for range b { // ERROR "cannot range over b \(value of type func\(yield func\(int\)\)\): func must be func\(yield func\(\.\.\.\) bool\): yield func does not return bool"
	}
	for i, s := range c {
		var n string = i // ERROR "cannot use i \(variable of type int\) as string value in variable declaration"
		_, _ = n, s
	}
	for i := range d { // ERROR "range over d \(value of type func\(yield func\(\) bool\)\) permits no iteration variables"
		_ = i
	}
	for range d {
	}
	for range e { // ERROR "cannot range over e \(value of type func\(yield func\(int\) bool\) int\): func must be func\(yield func\(\.\.\.\) bool\): unexpected result"
	}
	for range f { // ERROR "cannot range over f \(value of type func\(x int\)\): func must be func\(yield func\(\.\.\.\) bool\): argument is not func"
	}
	for range g { // ERROR "cannot range over g \(value of type func\(y func\(int, int, int\) bool\)\): func must be func\(yield func\(\.\.\.\) bool\): yield func has too many parameters"
	}
	for i := range 10 {
		var s string = i // ERROR "cannot use i \(variable of type int\) as string value in variable declaration"
		_ = s
	}
	for i, j := range 10 { // ERROR "range over 10 \(untyped int constant\) permits only one iteration variable"
		_, _ = i, j
	}
	for range -1.5 { // ERROR "cannot range over -1\.5 \(untyped float constant\)"
	}
	var u uint8
	for u = range 300 { // ERROR "cannot use 300 \(untyped int constant\) as uint8 value in range clause \(overflows\)"
	}
	var fl float64
	for fl = range 3 { // ERROR "cannot use iteration variable of type float64"
	}
	_, _ = u, fl
	for i := range 1 << 70 { // ERROR "cannot use 1 << 70 \(untyped int constant 1180591620717411303424\) as int value in range clause \(overflows\)"
		_ = i
	}
}

// Needs: go1.23
