package main

import "errors"

func a()               { return 1 }               // ERROR "too many return values"
func b() int           { return }                 // ERROR "not enough return values"
func c() int           { return 1, 2 }            // ERROR "too many return values"
func d() (int, error)  { return 1 }               // ERROR "not enough return values"
func e() (int, error)  { return errors.New("x") } // ERROR "not enough return values"
func f() (int, string) { return "a", 1 }          // ERROR "cannot use .a. \(untyped string constant\) as int value in return statement|cannot use 1 \(untyped int constant\) as string value in return statement"
func g() (x int)       { return "a" }             // ERROR "cannot use .a. \(untyped string constant\) as int value in return statement"
func h() (x int, err error) {
	return
}
func i() (x int, err error) {
	{
		x := 1
		return // ERROR "result parameter x not in scope at return"
		_ = x
	}
}                        // ERROR "missing return"
func j() (int, error)    { return h() }
func k() (int, string)   { return h() }    // ERROR "cannot use h\(\) \(value of interface type error\) as string value in return statement|cannot use h\(\) \(value of type error\) as type string in return statement"
func l() int             { return h() }    // ERROR "too many return values"
func m() (int, int, int) { return 1, h() } // ERROR "multiple-value h\(\) \(value of type \(x int, err error\)\) in single-value context"
func n() (r []int)       { return nil }
func o() int             { return nil }                         // ERROR "cannot use nil as int value in return statement"
func p()                 { return p() }                         // ERROR "p\(\) \(no value\) used as value"
func q() func() int      { return func() string { return "" } } // ERROR "cannot use func\(\) string \{…\} \(value of type func\(\) string\) as func\(\) int value in return statement|cannot use func\(\) string \{…\} \(value of type func\(\) string\) as type func\(\) int in return statement"
func r() (err error) {
	if err := errors.New("x"); err != nil {
		return // ERROR "result parameter err not in scope at return"
	}
	return
}
func main() { return 0 } // ERROR "too many return values"
