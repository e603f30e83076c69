// SPDX-License-Identifier: MIT

package main

import (
	"sync"
	"time"
)

func main() {
	var once sync.Once
	var wg sync.WaitGroup
	for i := 0; i < 3; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			once.Do(func() { time.Sleep(40 * time.Millisecond) })
		}()
	}
	wg.Wait()
}
