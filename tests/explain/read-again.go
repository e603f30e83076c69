// SPDX-License-Identifier: MIT

package main

import (
	"sync"
	"time"
)

func main() {
	var mu sync.RWMutex
	mu.RLock()
	go func() { mu.Lock(); mu.Unlock() }()
	time.Sleep(10 * time.Millisecond)
	mu.RLock()
}

// Says: cause: read lock taken again
// Says: main waits to lock mu for reading (line 15).
// Says: a writer that waits keeps new readers out.
// Says: func1 G2 waits to write
// Says: At event 6 main waits to lock (line 15): from here on, none of them could continue.
