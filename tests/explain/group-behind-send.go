// SPDX-License-Identifier: MIT

package main

import "sync"

func main() {
	var wg sync.WaitGroup
	out := make(chan int)
	wg.Add(2)
	go func() {
		out <- 1
		wg.Done()
	}()
	wg.Wait()
}

// Says: cause: nobody receives
// Says: main waits for wg (line 15).
// Says: Only func1 G2 could call Done of wg; it waits to send 1 on out (line 12).
// Says: Nobody is left who could receive from out.
