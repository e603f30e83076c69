// SPDX-License-Identifier: MIT

package main

import (
	"sync"
	"time"
)

func main() {
	gate := make(chan bool)
	var wg sync.WaitGroup
	for i := 0; i < 500; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			<-gate
		}()
	}
	time.Sleep(50 * time.Millisecond)
	close(gate)
	wg.Wait()
}
