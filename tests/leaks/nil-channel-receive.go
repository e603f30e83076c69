// SPDX-License-Identifier: MIT

package main

import "time"

type server struct {
	quit chan bool // never made
}

func main() {
	s := &server{}
	go func() {
		<-s.quit // leaks: chan receive (nil chan)
	}()
	time.Sleep(50 * time.Millisecond)
	println(s.quit == nil)
	println("end") // while running
}
