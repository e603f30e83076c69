// SPDX-License-Identifier: MIT

package main

import "time"

func main() {
	var a, b chan int
	go func() {
		select { // leaks: select
		case <-a:
		case b <- 1:
		}
	}()
	time.Sleep(50 * time.Millisecond)
	println("end") // while running
}
