// SPDX-License-Identifier: MIT

// A goroutine that starts others is itself unreachable for them.
package main

import "time"

func main() {
	go func() {
		acks := make(chan int)
		for i := 0; i < 3; i++ {
			go func(i int) {
				acks <- i
			}(i)
		}
		for i := 0; i < 4; i++ { // one more than there are
			<-acks // leaks: chan receive
		}
	}()
	time.Sleep(60 * time.Millisecond)
	println("end") // while running
}
