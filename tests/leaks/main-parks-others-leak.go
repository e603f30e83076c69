// SPDX-License-Identifier: MIT

// main is parked on purpose, but another one leaks. What was told stays told: status 3, not 0.
package main

import (
	"os"
	"time"
)

func main() {
	go func() {
		c := make(chan int)
		<-c // leaks: chan receive
	}()
	go func() {
		time.Sleep(400 * time.Millisecond)
		println("end") // while running
		os.Exit(0)
	}()
	select {}
}
