// SPDX-License-Identifier: MIT

// Each waits for all, itself included, before it is done.
package main

import (
	"sync"
	"time"
)

func run() {
	var wg sync.WaitGroup
	wg.Add(2)
	for i := 0; i < 2; i++ {
		go func() {
			defer wg.Done()
			wg.Wait() // leaks: sync.WaitGroup.Wait x2
		}()
	}
}

func main() {
	run()
	time.Sleep(100 * time.Millisecond)
	println("end") // while running
}
