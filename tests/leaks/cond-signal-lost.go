// SPDX-License-Identifier: MIT

// The signal comes before the wait, and nobody looks at the condition.
package main

import (
	"sync"
	"time"
)

func run() {
	var mu sync.Mutex
	cond := sync.NewCond(&mu)
	cond.Signal()
	go func() {
		mu.Lock()
		cond.Wait() // leaks: sync.Cond.Wait
		mu.Unlock()
	}()
}

func main() {
	run()
	time.Sleep(100 * time.Millisecond)
	println("end") // while running
}
