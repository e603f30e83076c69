// SPDX-License-Identifier: MIT

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
	time.Sleep(300 * time.Millisecond)
	println("end") // while running
	os.Exit(5)
}

// Exit: 5
