// SPDX-License-Identifier: MIT

package main

func main() {
	c := make(chan int)
	started := make(chan bool)
	go func() {
		close(started)
		c <- 1
	}()
	<-started
}

// Flags: --leaks
// Says: waits for what only main could have given.
// Says: Only main could have come to receive from c, and main has returned.
// Says: give c room for 1 or more
