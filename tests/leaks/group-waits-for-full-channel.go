// SPDX-License-Identifier: MIT

// The errors find no room, so nobody is done; who would drain waits for the group first.
package main

import (
	"sync"
	"time"
)

func run() {
	var wg sync.WaitGroup
	errs := make(chan error, 1)
	for i := 0; i < 3; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			errs <- nil // leaks: chan send x2
		}()
	}
	go func() {
		wg.Wait() // leaks: sync.WaitGroup.Wait
		close(errs)
		for range errs {
		}
	}()
}

func main() {
	run()
	time.Sleep(100 * time.Millisecond)
	println("end") // while running
}
