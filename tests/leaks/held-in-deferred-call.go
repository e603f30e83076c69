// SPDX-License-Identifier: MIT

package main

import "time"

func work() {
	c := make(chan int)
	defer close(c)
	go func() {
		<-c
	}()
	time.Sleep(60 * time.Millisecond)
}

func main() {
	work()
}
