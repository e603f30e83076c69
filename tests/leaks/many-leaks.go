// SPDX-License-Identifier: MIT

package main

import "time"

func main() {
	for i := 0; i < 200; i++ {
		go func() {
			c := make(chan int)
			<-c // leaks: chan receive x200
		}()
	}
	time.Sleep(500 * time.Millisecond)
	println("end") // while running
}
