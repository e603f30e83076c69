// SPDX-License-Identifier: MIT

// The reply channel waits in the buffer of another one.
package main

import "time"

func main() {
	requests := make(chan chan int, 1)
	go func() {
		reply := make(chan int)
		requests <- reply
		<-reply
	}()
	time.Sleep(60 * time.Millisecond)
	r := <-requests
	r <- 1
}
