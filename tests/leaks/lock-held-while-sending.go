// SPDX-License-Identifier: MIT

// It sends while it holds the mutex that the receiver needs first.
package main

import (
	"sync"
	"time"
)

type queue struct {
	mu sync.Mutex
	c  chan int
}

func main() {
	func() {
		q := &queue{c: make(chan int)}
		locked := make(chan bool)
		go func() {
			q.mu.Lock()
			close(locked)
			q.c <- 1 // leaks: chan send
			q.mu.Unlock()
		}()
		go func() {
			<-locked
			q.mu.Lock() // leaks: sync.Mutex.Lock
			<-q.c
			q.mu.Unlock()
		}()
	}()
	time.Sleep(100 * time.Millisecond)
	println("end") // while running
}
