// SPDX-License-Identifier: MIT

// A goroutine started under the lock takes it later: no leak.
package main

import (
	"sync"
	"time"
)

type box struct {
	mu sync.Mutex
	n  int
}

func (b *box) later() {
	b.mu.Lock()
	defer b.mu.Unlock()
	go func() {
		b.mu.Lock()
		b.n++
		b.mu.Unlock()
	}()
}

func main() {
	b := &box{}
	b.later()
	time.Sleep(20 * time.Millisecond)
}
