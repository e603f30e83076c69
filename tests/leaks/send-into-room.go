// SPDX-License-Identifier: MIT

// The same with room for the answer: the sender ends.
package main

import "time"

func ask() int {
	answer := make(chan int, 1)
	go func() {
		time.Sleep(20 * time.Millisecond)
		answer <- 42
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
	time.Sleep(100 * time.Millisecond)
}
