// SPDX-License-Identifier: MIT

// Others work hard meanwhile, and collections come and go.
package main

import "runtime"

type node struct {
	next *node
	data [100]int
}

func main() {
	go func() {
		c := make(chan int)
		c <- 1 // leaks: chan send
	}()
	var list *node
	for round := 0; round < 50; round++ {
		for i := 0; i < 100; i++ {
			list = &node{next: list}
		}
		list = nil
		runtime.Gosched()
		runtime.GC()
	}
	println("end") // while running
}
