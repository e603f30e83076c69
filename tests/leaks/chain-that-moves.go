// SPDX-License-Identifier: MIT

package main

import "time"

func main() {
	a, b, c := make(chan int), make(chan int), make(chan int)
	go func() { b <- <-a }()
	go func() { c <- <-b }()
	time.Sleep(60 * time.Millisecond)
	a <- 1
	<-c
}
