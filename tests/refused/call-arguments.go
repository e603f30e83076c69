package main

import (
	"fmt"
	"strings"
)

type T struct{}

func (T) M(int)            {}
func (*T) P()              {}
func f(a int, b string)    {}
func v(a int, b ...string) {}
func r() (int, string)     { return 1, "" }
func none()                {}

func main() {
	f()                      // ERROR "not enough arguments in call to f"
	f(1)                     // ERROR "not enough arguments in call to f"
	f(1, "a", 2)             // ERROR "too many arguments in call to f"
	f("a", 1)                // ERROR "cannot use .a. \(untyped string constant\) as int value in argument to f|cannot use 1 \(untyped int constant\) as string value in argument to f"
	v()                      // ERROR "not enough arguments in call to v"
	v(1, 2)                  // ERROR "cannot use 2 \(untyped int constant\) as string value in argument to v"
	v(1, []string{})         // ERROR "cannot use \[\]string\{\} \(value of type \[\]string\) as string value in argument to v|cannot use \[\]string\{\} \(value of type \[\]string\) as type string in argument to v"
	v(1, []int{}...)         // ERROR "cannot use \[\]int\{\} \(value of type \[\]int\) as \[\]string value in argument to v|cannot use \[\]int\{\} \(value of type \[\]int\) as type \[\]string in argument to v"
	v(1, "a", []string{}...) // ERROR "too many arguments in call to v"
	f(r())
	f(r(), 1) // ERROR "multiple-value r\(\) \(value of type \(int, string\)\) in single-value context|cannot use 1 \(untyped int constant\) as string value in argument to f"
	f(none()) // ERROR "none\(\) \(no value\) used as value|not enough arguments in call to f"
	v(r())
	T{}.M()    // ERROR "not enough arguments in call to T\{\}\.M"
	T{}.M("x") // ERROR "cannot use .x. \(untyped string constant\) as int value in argument to T\{\}\.M"
	T{}.P()    // ERROR "cannot call pointer method P on T"
	var x int
	x()                 // ERROR "invalid operation: cannot call non-function x \(variable of type int\)"
	5()                 // ERROR "invalid operation: cannot call non-function 5 \(untyped int constant\)"
	strings.Repeat("x") // ERROR "not enough arguments in call to strings\.Repeat"
	fmt.Sprintf()       // ERROR "not enough arguments in call to fmt\.Sprintf"
	f(1, "a"...)        // ERROR "cannot use \.\.\. in call to non-variadic f"
	main(1)             // ERROR "too many arguments in call to main"
	var fn func(int) string
	var s string = fn("a") // ERROR "cannot use .a. \(untyped string constant\) as int value in argument to fn"
	_ = s
	fn(1, 2)                    // ERROR "too many arguments in call to fn"
	func(a, b int) {}(1)        // ERROR "not enough arguments in call to func\(a, b int\) \{\}"
	_ = none()                  // ERROR "none\(\) \(no value\) used as value"
	_ = append()                // ERROR "invalid operation: not enough arguments for append\(\) \(expected 1, found 0\)"
	_ = append(1, 2)            // ERROR "invalid argument: 1 \(untyped int constant\) is not a slice|first argument to append must be a slice; have 1 \(untyped int constant\)"
	_ = append([]int{}, "a")    // ERROR "cannot use .a. \(untyped string constant\) as int value in argument to append"
	_ = len()                   // ERROR "invalid operation: not enough arguments for len\(\) \(expected 1, found 0\)"
	_ = len(5)                  // ERROR "invalid argument: 5 \(untyped int constant\) for built-in len|invalid argument: 5 \(untyped int constant\) for len"
	_ = len([]int{}, 1)         // ERROR "invalid operation: too many arguments for len\(\[\]int\{\}, 1\) \(expected 1, found 2\)"
	_ = cap(map[int]int{})      // ERROR "invalid argument: map\[int\]int\{\} \(value of type map\[int\]int\) for built-in cap|invalid argument: map\[int\]int\{\} \(value of type map\[int\]int\) for cap"
	_ = make(int)               // ERROR "invalid argument: cannot make int; type must be slice, map, or channel"
	_ = make([]int)             // ERROR "invalid operation: make\(\[\]int\) expects 2 or 3 arguments; found 1"
	_ = make([]int, "a")        // ERROR "cannot convert .a. \(untyped string constant\) to type int|cannot convert .a. \(untyped string constant\) to int"
	_ = make([]int, 2, 1)       // ERROR "invalid argument: length and capacity swapped"
	_ = make([]int, -1)         // ERROR "invalid argument: index -1 \(constant of type int\) must not be negative"
	_ = new(1)                  // ERROR "1 is not a type"
	_ = new()                   // ERROR "invalid operation: not enough arguments for new\(\) \(expected 1, found 0\)"
	delete(1, 2)                // ERROR "invalid argument: 1 \(untyped int constant\) is not a map"
	delete(map[string]int{}, 1) // ERROR "cannot use 1 \(untyped int constant\) as string value in argument to delete"
	close(1)                    // ERROR "invalid operation: cannot close non-channel 1 \(untyped int constant\)"
	close(make(<-chan int))     // ERROR "invalid operation: cannot close receive-only channel make\(<-chan int\) \(value of type <-chan int\)"
	copy(1, 2)                  // ERROR "invalid argument: copy expects slice arguments; found 1 \(untyped int constant\) and 2 \(untyped int constant\)"
	copy([]int{}, []string{})   // ERROR "invalid argument: arguments to copy \[\]int\{\} \(value of type \[\]int\) and \[\]string\{\} \(value of type \[\]string\) have different element types int and string"
	panic()                     // ERROR "invalid operation: not enough arguments for panic\(\) \(expected 1, found 0\)"
	panic(1, 2)                 // ERROR "invalid operation: too many arguments for panic\(1, 2\) \(expected 1, found 2\)"
	recover(1)                  // ERROR "invalid operation: too many arguments for recover\(1\) \(expected 0, found 1\)"
	_ = complex(1, "a")         // ERROR "invalid operation: complex\(1, .a.\) \(mismatched types untyped float and untyped string\)"
	_ = real("a")               // ERROR "invalid argument: argument has type untyped string, expected complex type"
	_ = int("a")                // ERROR "cannot convert .a. \(untyped string constant\) to type int"
	_ = string(1.5)             // ERROR "cannot convert 1\.5 \(untyped float constant\) to type string"
	_ = []int("abc")            // ERROR "cannot convert .abc. \(untyped string constant\) to type \[\]int"
	_ = int()                   // ERROR "missing argument in conversion to int"
	_ = int(1, 2)               // ERROR "too many arguments in conversion to int"
}
