// SPDX-License-Identifier: MIT

// It reads, a writer comes, it reads again: the writer waits for the first read, the second read for the writer.
package main

import (
	"sync"
	"time"
)

func start() {
	var mu sync.RWMutex
	reading := make(chan bool)
	go func() {
		mu.RLock()
		close(reading)
		time.Sleep(50 * time.Millisecond)
		mu.RLock() // leaks: sync.RWMutex.RLock
		mu.RUnlock()
		mu.RUnlock()
	}()
	go func() {
		<-reading
		mu.Lock() // leaks: sync.RWMutex.Lock
		mu.Unlock()
	}()
}

func main() {
	start()
	time.Sleep(200 * time.Millisecond)
	println("end") // while running
}
