// SPDX-License-Identifier: MIT

// Both cases wait on channels that only the goroutine itself has.
package main

import "time"

func main() {
	go func() {
		a, b := make(chan int), make(chan string)
		select { // leaks: select
		case <-a:
		case b <- "x":
		}
	}()
	time.Sleep(50 * time.Millisecond)
	println("end") // while running
}
