// SPDX-License-Identifier: MIT

package main

import (
	"sync"
	"time"
)

func run() {
	var wg sync.WaitGroup
	wg.Add(3)
	for i := 0; i < 2; i++ {
		go wg.Done()
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
