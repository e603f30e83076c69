// SPDX-License-Identifier: MIT

// An error path returns without Done.
package main

import (
	"sync"
	"time"
)

func work(i int, wg *sync.WaitGroup) {
	if i == 1 {
		return
	}
	wg.Done()
}

func run() {
	var wg sync.WaitGroup
	for i := 0; i < 3; i++ {
		wg.Add(1)
		go work(i, &wg)
	}
	go func() {
		wg.Wait() // leaks: sync.WaitGroup.Wait
	}()
}

func main() {
	run()
	time.Sleep(100 * time.Millisecond)
	println("end") // while running
}
