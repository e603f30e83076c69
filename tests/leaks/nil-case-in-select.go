// SPDX-License-Identifier: MIT

// A nil case does not count, but the other one comes.
package main

func main() {
	var never chan int
	c := make(chan int)
	done := make(chan bool)
	go func() {
		select {
		case <-never:
		case <-c:
		}
		done <- true
	}()
	c <- 1
	<-done
}
