package main

func a(x int, y undefined) {}                  // ERROR "undefined: undefined"
func b() undefined2        { return nil }      // ERROR "undefined: undefined2"
func c(f func(int) string) { f("a") }          // ERROR "cannot use .a. \(untyped string constant\) as int value in argument to f"
func d(x int)              { x := "a"; _ = x } // ERROR "no new variables on left side of :=|cannot use .a. \(untyped string constant\) as int value in assignment"
func e(x int) {
	{
		x := "a"
		_ = x
	}
}
func f(x int)              { var x string }   // ERROR "x redeclared in this block"
func g(x int) (y int)      { y := 1; return } // ERROR "no new variables on left side of :="
func h() (y int)           { y, z := 1, 2; _ = z; return }
func i(main int)           { main() } // ERROR "invalid operation: cannot call non-function main \(variable of type int\)"
func j(int int) int        { return int }
func k(string string)      { var x string; _ = x }      // ERROR "string is not a type|string \(variable of type string\) is not a type"
func m(xs ...int)          { var s string = xs; _ = s } // ERROR "cannot use xs \(variable of type \[\]int\) as string value in variable declaration|cannot use xs \(variable of type \[\]int\) as type string in variable declaration"
func n(xs ...int)          { xs = 5 }                   // ERROR "cannot use 5 \(untyped int constant\) as \[\]int value in assignment"
func o() func(int)         { return func(s string) {} } // ERROR "cannot use func\(s string\) \{\} \(value of type func\(s string\)\) as func\(int\) value in return statement|cannot use func\(s string\) \{\} \(value of type func\(s string\)\) as type func\(int\) in return statement"
func p(f func())           { f = p }                    // ERROR "cannot use p \(value of type func\(f func\(\)\)\) as func\(\) value in assignment|cannot use p \(value of type func\(f func\(\)\)\) as type func\(\) in assignment"
func q(a, b int, c string) { a, b = b, c }              // ERROR "cannot use c \(variable of type string\) as int value in assignment|cannot use c \(variable of type string\) as type int in assignment"
func r() (int, string)     { return r2() }              // ERROR "cannot use r2\(\) \(value of type string\) as int value in return statement|cannot use r2\(\) \(value of type int\) as string value in return statement|cannot use r2\(\) \(value of type string\) as type int in return statement|cannot use r2\(\) \(value of type int\) as type string in return statement"
func r2() (string, int)    { return "", 1 }
func s()                   { return s }         // ERROR "too many return values"
func main()                { a, b := d(1, "") } // ERROR "d\(1, ..\) \(no value\) used as value|too many arguments in call to d"
