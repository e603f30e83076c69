// SPDX-License-Identifier: MIT

// The losers look at done and leave.
package main

func first() int {
	c := make(chan int)
	done := make(chan bool)
	defer close(done)
	for i := 0; i < 3; i++ {
		go func(i int) {
			select {
			case c <- i:
			case <-done:
			}
		}(i)
	}
	return <-c
}

func main() {
	first()
}
