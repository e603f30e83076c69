// SPDX-License-Identifier: MIT

package main

import "sync"

func main() {
	var mu sync.Mutex
	done := make(chan bool)
	go func() {
		mu.Lock()
		close(done)
	}()
	<-done
	mu.Lock()
}

// Says: cause: lock never released
// Says: main waits to lock mu (line 15).
// Says: G2 locked mu and has ended without unlocking it.
