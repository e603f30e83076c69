// SPDX-License-Identifier: MIT

// Unlocked by one that did not lock it, which Go allows.
package main

import (
	"sync"
	"time"
)

func main() {
	var mu sync.Mutex
	mu.Lock()
	var wg sync.WaitGroup
	wg.Add(2)
	go func() {
		defer wg.Done()
		mu.Lock()
	}()
	go func() {
		defer wg.Done()
		time.Sleep(50 * time.Millisecond)
		mu.Unlock()
	}()
	wg.Wait()
}
