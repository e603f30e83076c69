// SPDX-License-Identifier: MIT

// One of the cases can still come: main closes stop at the end.
package main

import "time"

func main() {
	stop := make(chan bool)
	done := make(chan bool)
	go func() {
		own := make(chan int)
		select {
		case <-own:
		case <-stop:
		}
		close(done)
	}()
	time.Sleep(50 * time.Millisecond)
	close(stop)
	<-done
}
