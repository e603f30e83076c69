// SPDX-License-Identifier: MIT

// Others work hard meanwhile, and collections come and go.
package main

import "time"

type node struct {
	next *node
	data [100]int
}

func main() {
	go func() {
		c := make(chan int)
		c <- 1 // leaks: chan send
	}()
	end := time.Now().Add(1200 * time.Millisecond)
	var list *node
	for i := 0; time.Now().Before(end); i++ {
		list = &node{next: list}
		if i%1000 == 0 {
			list = nil
		}
	}
	println("end") // while running
}
