// SPDX-License-Identifier: MIT

package main

import (
	"sync"
	"time"
)

func use() {
	mu := new(sync.RWMutex)
	go func() {
		mu.RLock()
		go func() {
			mu.Lock() // leaks: sync.RWMutex.Lock
		}()
	}()
}

func main() {
	use()
	time.Sleep(100 * time.Millisecond)
	println("end") // while running
}
