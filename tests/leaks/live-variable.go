// SPDX-License-Identifier: MIT

package main

import "time"

func main() {
	c := make(chan int)
	done := make(chan bool)
	go func() {
		<-c
		close(done)
	}()
	for i := 0; i < 10; i++ {
		time.Sleep(10 * time.Millisecond)
	}
	c <- 1
	<-done
}
