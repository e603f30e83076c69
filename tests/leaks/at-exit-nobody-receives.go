// SPDX-License-Identifier: MIT

// What the worker holds out only main could have received.
package main

func main() {
	c := make(chan int)
	started := make(chan bool)
	go func() {
		close(started)
		c <- 1 // at exit: chan send
	}()
	<-started
}
