// SPDX-License-Identifier: MIT

// The channel lies in a map of a package's variable: anybody may find it there.
package main

import "time"

var subscribers = map[string]chan int{}

func subscribe(done chan bool) {
	c := make(chan int)
	subscribers["a"] = c
	go func() {
		<-c
		close(done)
	}()
}

func main() {
	done := make(chan bool)
	subscribe(done)
	time.Sleep(60 * time.Millisecond)
	close(subscribers["a"])
	<-done
}
