// SPDX-License-Identifier: MIT
package palette

import "sync"

// workerPool lets several workers take values from one input; results come in any order.
//
//sluice:title Worker pool
//sluice:category flow
//sluice:use workerPool(nil, nil, 3, func(v int) int { return v * v })
func workerPool[T, U any](in <-chan T, out chan<- U, workers int, work func(T) U) {
	var wg sync.WaitGroup
	for i := 0; i < workers; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for v := range in {
				out <- work(v)
			}
		}()
	}
	wg.Wait()
	close(out)
}
