// SPDX-License-Identifier: MIT

package main

import "time"

var subscribers = map[string]chan int{}

func subscribe() {
	c := make(chan int)
	subscribers["a"] = c
	go func() {
		<-c // leaks: chan receive
	}()
}

func main() {
	subscribe()
	delete(subscribers, "a")
	time.Sleep(60 * time.Millisecond)
	println("end") // while running
}
