// SPDX-License-Identifier: MIT

// The producer forgets to close: the consumer ranges for ever.
package main

import "time"

func start() {
	c := make(chan int)
	go func() {
		for range c { // leaks: chan receive
		}
	}()
	for i := 0; i < 3; i++ {
		c <- i
	}
}

func main() {
	start()
	time.Sleep(100 * time.Millisecond)
	println("end") // while running
}
