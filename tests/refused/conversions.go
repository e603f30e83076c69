package main

type A struct{ x int }
type B struct{ y int }
type I interface{ M() }

func main() {
	var i int
	var f float64
	var s string
	var b bool
	var p *int
	var sl []int
	_ = bool(i)      // ERROR "cannot convert i \(variable of type int\) to type bool"
	_ = int(b)       // ERROR "cannot convert b \(variable of type bool\) to type int"
	_ = string(f)    // ERROR "cannot convert f \(variable of type float64\) to type string"
	_ = float64(s)   // ERROR "cannot convert s \(variable of type string\) to type float64"
	_ = []byte(i)    // ERROR "cannot convert i \(variable of type int\) to type \[\]byte"
	_ = []rune(sl)   // ERROR "cannot convert sl \(variable of type \[\]int\) to type \[\]rune"
	_ = *int(p)      // ERROR "cannot convert p \(variable of type \*int\) to type int"
	_ = (*string)(p) // ERROR "cannot convert p \(variable of type \*int\) to type \*string"
	_ = B(A{})       // ERROR "cannot convert A\{\} \(value of struct type A\) to type B|cannot convert A\{\} \(value of type A\) to type B"
	_ = I(A{})       // ERROR "cannot convert A\{\} \(value of struct type A\) to type I: A does not implement I \(missing method M\)|cannot convert A\{\} \(value of type A\) to type I:"
	_ = I(nil)
	_ = [3]string(sl)    // ERROR "cannot convert sl \(variable of type \[\]int\) to type \[3\]string"
	_ = (*[3]string)(sl) // ERROR "cannot convert sl \(variable of type \[\]int\) to type \*\[3\]string"
	_ = map[string]int(nil)
	_ = chan int(sl)  // ERROR "cannot convert sl \(variable of type \[\]int\) to type chan int"
	_ = int(nil)      // ERROR "cannot convert nil to type int"
	_ = string(s + 1) // ERROR "invalid operation: s \+ 1 \(mismatched types string and untyped int\)"
	_ = int("5")      // ERROR "cannot convert .5. \(untyped string constant\) to type int"
	_ = uint8(300)    // ERROR "constant 300 overflows uint8|cannot convert 300 \(untyped int constant\) to type uint8"
	_ = int8(-129)    // ERROR "constant -129 overflows int8|cannot convert -129 \(untyped int constant\) to type int8"
	_ = float32(1e40) // ERROR "cannot convert 1e40 \(untyped float constant 1e\+40\) to type float32"
	_ = uint(-1.0)    // ERROR "cannot convert -1\.0 \(untyped float constant -1\) to type uint \(truncated\)|cannot convert -1\.0 \(untyped float constant -1\) to type uint"
	_ = int(2.5)      // ERROR "cannot convert 2\.5 \(untyped float constant\) to type int \(truncated\)|cannot convert 2\.5 \(untyped float constant\) to type int"
	_ = complex64(i)  // ERROR "cannot convert i \(variable of type int\) to type complex64"
	_ = int(1i)       // ERROR "cannot convert 1i \(untyped complex constant \(0 \+ 1i\)\) to type int \(truncated\)|cannot convert 1i \(untyped complex constant \(0 \+ 1i\)\) to type int"
	_ = int(2 + 0i)
	_ = bool(1) // ERROR "cannot convert 1 \(untyped int constant\) to type bool"
	_ = string(65)
	_ = error("x")        // ERROR "cannot convert .x. \(untyped string constant\) to type error: string does not implement error \(missing method Error\)|cannot convert .x. \(untyped string constant\) to type error"
	_ = uintptr(p)        // ERROR "cannot convert p \(variable of type \*int\) to type uintptr"
	_ = []interface{}(sl) // ERROR "cannot convert sl \(variable of type \[\]int\) to type \[\]interface\{\}"
	_ = [2]int([3]int{})  // ERROR "cannot convert \[3\]int\{\} \(value of type \[3\]int\) to type \[2\]int"
	_ = int(i, i)         // ERROR "too many arguments in conversion to int"
}
