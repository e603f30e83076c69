// SPDX-License-Identifier: MIT
package palette

import "sync"

// atMost works on each value in a goroutine of its own, but only limit of them at a time.
//
//sluice:title Semaphore
//sluice:category control
//sluice:use atMost(nil, nil, 2, func(v int) int { return v * v })
func atMost[T, U any](in <-chan T, out chan<- U, limit int, work func(T) U) {
	slots := make(chan struct{}, limit)
	var wg sync.WaitGroup
	for v := range in {
		slots <- struct{}{} // waits while all are taken
		wg.Add(1)
		go func(v T) {
			defer wg.Done()
			out <- work(v)
			<-slots
		}(v)
	}
	wg.Wait()
	close(out)
}
