// SPDX-License-Identifier: MIT

package main

import "sync"

func main() {
	var mu sync.Mutex
	mu.Lock()
	mu.Lock()
}

// Says: cause: double lock
// Says: main waits to lock mu (line 10).
// Says: a Mutex cannot be locked twice, not even by its holder.
