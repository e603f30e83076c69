// An address that was made up belongs to no object.
package main

import "unsafe"

func main() {
	x := uintptr(0x123450)
	p := (*int)(unsafe.Pointer(x))
	println(*p)
}

// Stderr: fatal error: unsafe: pointer to int made of an address that belongs to no object
// Exit: 2
// Differs: what this does is undefined
