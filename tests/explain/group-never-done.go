// SPDX-License-Identifier: MIT

package main

import "sync"

func main() {
	var wg sync.WaitGroup
	wg.Add(2)
	go wg.Done()
	wg.Wait()
}

// Says: cause: wait group never done
// Says: main waits for wg (line 11).
// Says: wg still counts 1, and nobody is left who could call Done.
