// A pointer sees no more than the object has.
package main

import "unsafe"

func main() {
	x := new([2]int32)
	defer println("never")
	p := (*[8]int64)(unsafe.Pointer(x))
	p[7] = 1
}

// Stderr: fatal error: unsafe: pointer to [8]int64 made of the address of memory that holds something else
// Exit: 2
// Differs: what this does is undefined
