// SPDX-License-Identifier: MIT

package main

import (
	"sync"
	"time"
)

func main() {
	go func() {
		var once sync.Once
		var f func()
		f = func() {
			once.Do(f) // leaks: sync.Mutex.Lock
		}
		once.Do(f)
	}()
	time.Sleep(60 * time.Millisecond)
	println("end") // while running
}
