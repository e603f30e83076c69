// SPDX-License-Identifier: MIT

package main

import "time"

func start() {
	c := make(chan bool)
	t := time.AfterFunc(time.Hour, func() { close(c) })
	t.Stop()
	go func() {
		<-c // leaks: chan receive
	}()
}

func main() {
	start()
	time.Sleep(50 * time.Millisecond)
	println("end") // while running
}
