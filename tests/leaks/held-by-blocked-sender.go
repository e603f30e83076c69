// SPDX-License-Identifier: MIT

// The reply channel is held out by a sender whom main will receive from.
package main

import "time"

type request struct{ reply chan int }

func main() {
	requests := make(chan request)
	done := make(chan bool)
	go func() {
		reply := make(chan int)
		go func() {
			requests <- request{reply}
		}()
		<-reply
		close(done)
	}()
	time.Sleep(60 * time.Millisecond)
	r := <-requests
	r.reply <- 1
	<-done
}
