// SPDX-License-Identifier: MIT

package main

import "sync"

func main() {
	slots := make(chan bool, 2)
	var wg sync.WaitGroup
	for i := 0; i < 8; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			slots <- true
			defer func() { <-slots }()
		}()
	}
	wg.Wait()
}
