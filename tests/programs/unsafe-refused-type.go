// Memory that holds a pointer is no number to write to.
package main

import "unsafe"

func main() {
	x := new(int)
	p := (*uintptr)(unsafe.Pointer(&x))
	*p = 12345
	println(*x)
}

// Stderr: fatal error: unsafe: pointer to uintptr made of the address of memory that holds something else
// Exit: 2
// Differs: what this does is undefined
