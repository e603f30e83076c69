package main

func a(x int, x string) {}
func b() (x int, x string) { return }
func c(x int) (x string) { return }
func d(_ int, _ string) {}
func e(f func(a int, string)) {} // ERROR "syntax error: missing parameter type|syntax error: mixed named and unnamed parameters"

func main() {}
