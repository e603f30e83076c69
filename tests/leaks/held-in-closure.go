// SPDX-License-Identifier: MIT

package main

import "time"

func start(done chan bool) (stop func()) {
	c := make(chan int)
	go func() {
		for range c {
		}
		close(done)
	}()
	return func() { close(c) }
}

func main() {
	done := make(chan bool)
	stop := start(done)
	time.Sleep(60 * time.Millisecond)
	stop()
	<-done
}
