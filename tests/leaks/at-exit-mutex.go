// SPDX-License-Identifier: MIT

package main

import "sync"

func main() {
	var mu sync.Mutex
	mu.Lock()
	started := make(chan bool)
	go func() {
		close(started)
		mu.Lock() // at exit: sync.Mutex.Lock
		mu.Unlock()
	}()
	<-started
}
