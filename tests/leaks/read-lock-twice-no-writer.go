// SPDX-License-Identifier: MIT

package main

import "sync"

func main() {
	var mu sync.RWMutex
	mu.RLock()
	mu.RLock()
	mu.RUnlock()
	mu.RUnlock()
	mu.Lock()
	mu.Unlock()
}
