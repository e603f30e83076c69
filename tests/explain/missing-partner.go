// SPDX-License-Identifier: MIT

package main

func producer(out chan int, done chan bool) {
	out <- 1
	done <- true
}

func main() {
	out := make(chan int)
	done := make(chan bool)
	go producer(out, done)
	<-done
	<-out
}

// Says: cause: cycle of waits
// Says: main waits to receive from done (line 14).
// Says: Only producer G2 could send on done; it waits to send 1 on out (line 6), which only main receives from (line 15).
// Says: give out room for 1 or more
