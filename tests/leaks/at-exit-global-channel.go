// SPDX-License-Identifier: MIT

package main

var events = make(chan int)

func main() {
	go func() {
		events <- 1 // at exit: chan send
	}()
}
