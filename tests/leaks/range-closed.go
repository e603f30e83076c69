// SPDX-License-Identifier: MIT

package main

func start() {
	c := make(chan int)
	go func() {
		for range c {
		}
	}()
	for i := 0; i < 3; i++ {
		c <- i
	}
	close(c)
}

func main() {
	start()
}
