// SPDX-License-Identifier: MIT

// The reader of a pipeline leaves early; all stages before it stay.
package main

import "time"

func count() <-chan int {
	out := make(chan int)
	go func() {
		for i := 0; ; i++ {
			out <- i // leaks: chan send
		}
	}()
	return out
}

func double(in <-chan int) <-chan int {
	out := make(chan int)
	go func() {
		for v := range in {
			out <- 2 * v // leaks: chan send
		}
	}()
	return out
}

func main() {
	func() {
		numbers := double(count())
		for i := 0; i < 3; i++ {
			<-numbers
		}
	}()
	time.Sleep(60 * time.Millisecond)
	println("end") // while running
}
