// SPDX-License-Identifier: MIT

// main still has a variable with the channel, but never uses it again.
package main

import "time"

func main() {
	c := make(chan int)
	go func() {
		<-c // leaks: chan receive
	}()
	println(cap(c))
	for i := 0; i < 10; i++ {
		time.Sleep(20 * time.Millisecond)
	}
	println("end") // while running
}
