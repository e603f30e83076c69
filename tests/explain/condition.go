// SPDX-License-Identifier: MIT

package main

import "sync"

func main() {
	var mu sync.Mutex
	cond := sync.NewCond(&mu)
	cond.Signal()
	mu.Lock()
	cond.Wait()
}

// Says: cause: condition never signalled
// Says: main waits for a signal of cond (line 12).
// Says: Nobody is left who could signal cond.
