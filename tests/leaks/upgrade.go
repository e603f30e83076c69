// SPDX-License-Identifier: MIT

// A reader cannot become a writer.
package main

import (
	"sync"
	"time"
)

func main() {
	go func() {
		var mu sync.RWMutex
		mu.RLock()
		mu.Lock() // leaks: sync.RWMutex.Lock
	}()
	time.Sleep(50 * time.Millisecond)
	println("end") // while running
}
