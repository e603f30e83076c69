// SPDX-License-Identifier: MIT

package main

import (
	"sync"
	"time"
)

func run() {
	var mu sync.Mutex
	cond := sync.NewCond(&mu)
	for i := 0; i < 2; i++ {
		go func() {
			mu.Lock()
			cond.Wait() // leaks: sync.Cond.Wait
			mu.Unlock()
		}()
	}
	go func() {
		time.Sleep(20 * time.Millisecond)
		cond.Signal()
	}()
}

func main() {
	run()
	time.Sleep(200 * time.Millisecond)
	println("end") // while running
}
