// SPDX-License-Identifier: MIT

package main

import (
	"sync"
	"time"
)

func main() {
	var mu sync.RWMutex
	mu.RLock()
	done := make(chan bool)
	go func() {
		mu.Lock()
		mu.Unlock()
		done <- true
	}()
	time.Sleep(50 * time.Millisecond)
	mu.RUnlock()
	<-done
}
