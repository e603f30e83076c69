// SPDX-License-Identifier: MIT

// An event loop that was meant to drop events: it blocks as soon as nobody listens.
package main

import "time"

type bus struct {
	events chan int
}

func (b *bus) publish(v int) {
	select { // a default was meant to stand here
	case b.events <- v: // leaks: chan send
	}
}

func main() {
	func() {
		b := &bus{make(chan int, 1)}
		go func() {
			b.publish(1)
			b.publish(2)
		}()
	}()
	time.Sleep(50 * time.Millisecond)
	println("end") // while running
}
