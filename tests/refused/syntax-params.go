package main

func a(x int, string) {} // ERROR "syntax error: missing parameter type|syntax error: mixed named and unnamed parameters"
func b(x, y int, z) {} // ERROR "syntax error: missing parameter type|syntax error: mixed named and unnamed parameters"
func c(xs ...int, y int) {}
func d(...int, y int) {} // ERROR "syntax error: missing parameter name|syntax error: mixed named and unnamed parameters"
func e() (x int, string) { return } // ERROR "syntax error: missing parameter type|syntax error: mixed named and unnamed parameters"
func f(x ...int, ...string) {} // ERROR "syntax error: missing parameter name|syntax error: mixed named and unnamed parameters"

func main() {}
