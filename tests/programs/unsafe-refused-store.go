// A word that holds a *string takes no *int, by whichever way.
package main

import (
	"sync/atomic"
	"unsafe"
)

func main() {
	s, n := new(string), new(int)
	p := (*unsafe.Pointer)(unsafe.Pointer(&s))
	atomic.StorePointer(p, unsafe.Pointer(new(string)))
	atomic.StorePointer(p, unsafe.Pointer(n))
	println(*s)
}

// Stderr: fatal error: unsafe: pointer to string made of the address of memory that holds something else
// Exit: 2
// Differs: what this does is undefined
