// SPDX-License-Identifier: MIT

package main

import (
	"sync"
	"time"
)

func main() {
	var mu sync.Mutex
	mu.Lock()
	done := make(chan bool)
	go func() {
		mu.Lock()
		mu.Unlock()
		done <- true
	}()
	time.Sleep(50 * time.Millisecond)
	mu.Unlock()
	<-done
}
