package main

func two() (int, string) { return 1, "" }
func none()              {}

func main() {
	var i int
	var s string
	var f float64
	var e error
	i = "x"                                 // ERROR "cannot use .x. \(untyped string constant\) as int value in assignment"
	s = 1                                   // ERROR "cannot use 1 \(untyped int constant\) as string value in assignment"
	f = s                                   // ERROR "cannot use s \(variable of type string\) as float64 value in assignment|cannot use s \(variable of type string\) as type float64 in assignment"
	i = f                                   // ERROR "cannot use f \(variable of type float64\) as int value in assignment|cannot use f \(variable of type float64\) as type int in assignment"
	i = 1.5                                 // ERROR "cannot use 1\.5 \(untyped float constant\) as int value in assignment \(truncated\)"
	e = 5                                   // ERROR "cannot use 5 \(constant of type int\) as error value in assignment: int does not implement error \(missing method Error\)|cannot use 5 \(constant of type int\) as type error in assignment:"
	i, s = 1                                // ERROR "assignment mismatch: 2 variables but 1 value"
	i = two()                               // ERROR "assignment mismatch: 1 variable but two returns 2 values"
	i, s, f = two()                         // ERROR "assignment mismatch: 3 variables but two returns 2 values"
	i, s = two(), 1                         // ERROR "multiple-value two\(\) \(value of type \(int, string\)\) in single-value context|cannot use 1 \(untyped int constant\) as string value in assignment"
	i = none()                              // ERROR "none\(\) \(no value\) used as value"
	x := none()                             // ERROR "none\(\) \(no value\) used as value"
	var y int = nil                         // ERROR "cannot use nil as int value in variable declaration"
	z := nil                                // ERROR "use of untyped nil in assignment"
	var b bool = 1                          // ERROR "cannot use 1 \(untyped int constant\) as bool value in variable declaration"
	var u uint8 = 256                       // ERROR "cannot use 256 \(untyped int constant\) as uint8 value in variable declaration \(overflows\)"
	var n uint = -1                         // ERROR "cannot use -1 \(untyped int constant\) as uint value in variable declaration \(overflows\)"
	var r rune = "a"                        // ERROR "cannot use .a. \(untyped string constant\) as rune value in variable declaration"
	var p *int = &s                         // ERROR "cannot use &s \(value of type \*string\) as \*int value in variable declaration|cannot use &s \(value of type \*string\) as type \*int in variable declaration"
	var sl []int = [3]int{}                 // ERROR "cannot use \[3\]int\{\} \(value of type \[3\]int\) as \[\]int value in variable declaration|cannot use \[3\]int\{\} \(value of type \[3\]int\) as type \[\]int in variable declaration"
	var m map[string]int = map[int]string{} // ERROR "cannot use map\[int\]string\{\} \(value of type map\[int\]string\) as map\[string\]int value in variable declaration|cannot use map\[int\]string\{\} \(value of type map\[int\]string\) as type map\[string\]int in variable declaration"
	var c chan<- int = make(<-chan int)     // ERROR "cannot use make\(<-chan int\) \(value of type <-chan int\) as chan<- int value in variable declaration|cannot use make\(<-chan int\) \(value of type <-chan int\) as type chan<- int in variable declaration"
	var fn func(int) = func(string) {}      // ERROR "cannot use func\(string\) \{\} \(value of type func\(string\)\) as func\(int\) value in variable declaration|cannot use func\(string\) \{\} \(value of type func\(string\)\) as type func\(int\) in variable declaration"
	_, _, _, _, _, _, _, _, _, _, _, _ = x, y, z, b, u, n, r, p, sl, m, c, fn
	two() = 1, ""  // ERROR "assignment mismatch: 1 variable but 2 values"
	5 = i          // ERROR "cannot assign to 5 \(neither addressable nor a map index expression\)|cannot assign to 5 \(untyped int constant\)"
	i + 1 = 2      // ERROR "cannot assign to i \+ 1 \(neither addressable nor a map index expression\)|cannot assign to i \+ 1 \(value of type int\)"
	"abc"[0] = 'x' // ERROR "cannot assign to .abc.\[0\] \(neither addressable nor a map index expression\)|cannot assign to .abc.\[0\] \(value of type byte\)"
	s[0] = 'x'     // ERROR "cannot assign to s\[0\] \(neither addressable nor a map index expression\)|cannot assign to s\[0\] \(value of type byte\)"
	_ = e
	none = nil                              // ERROR "cannot assign to none \(neither addressable nor a map index expression\)|cannot assign to none \(value of type func\(\)\)"
	main() = 1                              // ERROR "main\(\) \(no value\) used as value"
	map[string]struct{ a int }{}["x"].a = 1 // ERROR "cannot assign to struct field map\[string\]struct\{ a int \}\{\}\[.x.\]\.a in map|cannot assign to struct field map\[string\]struct\{a int\}\{\}\[.x.\]\.a in map"
	const k = 1
	k = 2     // ERROR "cannot assign to k \(neither addressable nor a map index expression\)|cannot assign to k \(untyped int constant 1\)"
	_ := 1    // ERROR "no new variables on left side of :="
	i := 2    // ERROR "no new variables on left side of :="
	i += "a"  // ERROR "invalid operation: i \+= .a. \(mismatched types int and untyped string\)"
	s -= "b"  // ERROR "invalid operation: operator - not defined on s \(variable of type string\)"
	i <<= 1.5 // ERROR "1\.5 \(untyped float constant\) truncated to uint"
}
