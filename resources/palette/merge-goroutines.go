// SPDX-License-Identifier: MIT
package palette

import "sync"

// merge passes on from two inputs, with a goroutine for each.
// The last one to finish lets the output be closed.
//
//sluice:title Merge (goroutines)
//sluice:category flow
//sluice:use merge[int](nil, nil, nil)
func merge[T any](a, b <-chan T, out chan<- T) {
	var wg sync.WaitGroup
	forward := func(in <-chan T) {
		defer wg.Done()
		for v := range in {
			out <- v
		}
	}
	wg.Add(2)
	go forward(a)
	go forward(b)
	wg.Wait()
	close(out)
}
