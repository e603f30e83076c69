// SPDX-License-Identifier: MIT

package main

import "sync"

func main() {
	var mu sync.RWMutex
	mu.RLock()
	mu.Lock()
}

// Says: cause: write lock while reading
// Says: main waits to lock mu (line 10).
