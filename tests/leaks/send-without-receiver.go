// SPDX-License-Identifier: MIT

// A request that gives up leaves its answer behind: nobody receives any more.
package main

import "time"

func ask() int {
	answer := make(chan int)
	go func() {
		time.Sleep(20 * time.Millisecond)
		answer <- 42 // leaks: chan send
	}()
	select {
	case v := <-answer:
		return v
	case <-time.After(time.Millisecond):
		return 0
	}
}

func main() {
	ask()
	time.Sleep(300 * time.Millisecond)
	println("end") // while running
}
