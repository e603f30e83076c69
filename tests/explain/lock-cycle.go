// SPDX-License-Identifier: MIT

package main

import "sync"

func main() {
	var a, b sync.Mutex
	done := make(chan bool)
	go func() {
		a.Lock()
		<-done
		b.Lock()
		done <- true
	}()
	b.Lock()
	done <- true
	a.Lock()
}

// Says: cause: lock cycle
// Says: main waits to lock a (line 18), which func1 G2 holds; it waits to lock b (line 13), which main holds.
