// SPDX-License-Identifier: MIT

package main

import "time"

func start() {
	c := make(chan int)
	go func() {
		for range c {
		}
	}()
	for i := 0; i < 3; i++ {
		c <- i
	}
}

func main() {
	start()
	time.Sleep(time.Second)
}

// Flags: --leaks
// Says: cause: nobody sends
// Says: Nobody is left who could send on c or close it.
// Says: main had no more use for c behind event
// Says: close c behind the last value
