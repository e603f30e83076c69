// SPDX-License-Identifier: MIT

package main

import "time"

func main() {
	var c chan int
	go func() {
		c <- 1 // leaks: chan send (nil chan)
	}()
	time.Sleep(50 * time.Millisecond)
	println("end") // while running
}
