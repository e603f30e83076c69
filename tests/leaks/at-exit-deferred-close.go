// SPDX-License-Identifier: MIT

// main closes in a deferred call.
package main

func main() {
	c := make(chan int)
	defer close(c)
	go func() {
		for range c {
		}
	}()
	c <- 1
}
