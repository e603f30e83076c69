// SPDX-License-Identifier: MIT

package main

import "sync"

func main() {
	jobs := make(chan int)
	var wg sync.WaitGroup
	for i := 0; i < 2; i++ {
		go func() {
			for range jobs { // at exit: chan receive x2
				wg.Done()
			}
		}()
	}
	for i := 0; i < 10; i++ {
		wg.Add(1)
		jobs <- i
	}
	wg.Wait()
}
