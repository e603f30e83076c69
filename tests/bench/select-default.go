// Class: select
package main

import (
	"fmt"
	"runtime"
)

// Polls: a select with default that mostly finds nothing.
func main() {
	const n = 200000
	ch := make(chan int, 16)
	go func() {
		for i := 0; i < n; i++ {
			ch <- i
		}
		close(ch)
	}()
	sum, open := 0, true
	for open {
		for polls := 0; polls < 40; polls++ {
			select {
			case v, ok := <-ch:
				sum += v
				open = ok
			default:
				runtime.Gosched()
			}
			if !open {
				break
			}
		}
	}
	fmt.Println(sum)
}
