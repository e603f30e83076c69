// SPDX-License-Identifier: MIT

// A goroutine that ticks for ever is alive, and so is what it may still give.
package main

import "time"

var requests = make(chan int)

func main() {
	go func() {
		for range time.Tick(10 * time.Millisecond) {
			select {
			case <-requests:
			default:
			}
		}
	}()
	go func() {
		requests <- 1
	}()
}
