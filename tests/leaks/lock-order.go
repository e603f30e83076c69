// SPDX-License-Identifier: MIT

// Two locks in two orders.
package main

import (
	"sync"
	"time"
)

func pair() {
	var a, b sync.Mutex
	one, two := make(chan bool, 1), make(chan bool, 1)
	go func() {
		a.Lock()
		one <- true
		<-two
		b.Lock() // leaks: sync.Mutex.Lock
	}()
	go func() {
		b.Lock()
		two <- true
		<-one
		a.Lock() // leaks: sync.Mutex.Lock
	}()
}

func main() {
	pair()
	time.Sleep(100 * time.Millisecond)
	println("end") // while running
}
