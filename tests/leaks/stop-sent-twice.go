// SPDX-License-Identifier: MIT

// The loop takes one stop; the second sender waits for ever.
package main

import "time"

type loop struct{ stop chan bool }

func run() {
	l := &loop{make(chan bool)}
	go func() {
		<-l.stop
	}()
	for i := 0; i < 2; i++ {
		go func() {
			l.stop <- true // leaks: chan send
		}()
	}
}

func main() {
	run()
	time.Sleep(60 * time.Millisecond)
	println("end") // while running
}
