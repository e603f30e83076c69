// SPDX-License-Identifier: MIT

// They need some time after main's return, and then end.
package main

import "time"

func main() {
	c := make(chan int)
	go func() {
		time.Sleep(3 * time.Second)
		close(c)
	}()
	go func() {
		<-c
	}()
}
