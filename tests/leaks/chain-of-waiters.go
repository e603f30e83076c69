// SPDX-License-Identifier: MIT

// Who waits for one that is stuck is stuck as well.
package main

import "time"

func start() {
	a, b, c := make(chan int), make(chan int), make(chan int)
	go func() {
		b <- <-a // leaks: chan receive
	}()
	go func() {
		c <- <-b // leaks: chan receive
	}()
	go func() {
		<-c // leaks: chan receive
	}()
}

func main() {
	start()
	time.Sleep(60 * time.Millisecond)
	println("end") // while running
}
