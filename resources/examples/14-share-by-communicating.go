// Mutex beside channel
//
// The same counter twice: once as memory guarded by a lock, once as a goroutine that owns it and is asked by channel.
// Compare who waits for what; with the channel, sending hands over the work, and nothing is shared.
package main

import (
	"fmt"
	"sync"
)

type locked struct {
	mu sync.Mutex
	n  int
}

func (c *locked) add() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.n++
}

func owner(add <-chan int, total chan<- int) {
	n := 0
	for d := range add {
		n += d
	}
	total <- n
}

func main() {
	var c locked
	add, total := make(chan int), make(chan int)
	go owner(add, total)
	var wg sync.WaitGroup
	for i := 0; i < 4; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for j := 0; j < 5; j++ {
				c.add()
				add <- 1
			}
		}()
	}
	wg.Wait()
	close(add)
	fmt.Println("by lock:", c.n, "by channel:", <-total)
}
