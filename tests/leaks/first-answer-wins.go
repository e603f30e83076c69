// SPDX-License-Identifier: MIT

// Of three answers one is taken: two senders stay.
package main

import "time"

func first() int {
	c := make(chan int)
	for i := 0; i < 3; i++ {
		go func(i int) {
			c <- i // leaks: chan send x2
		}(i)
	}
	return <-c
}

func main() {
	first()
	time.Sleep(100 * time.Millisecond)
	println("end") // while running
}
