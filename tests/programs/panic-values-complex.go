// A complex number of a named type has its own parentheses.
package main

type C complex128

func main() {
	panic(C(1 + 2i))
}

// Stderr: panic: main.C(+1.000000e+000+2.000000e+000i)
// Exit: 2
