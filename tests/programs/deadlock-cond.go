package main

import "sync"

func main() {
	c := sync.NewCond(&sync.Mutex{})
	c.L.Lock()
	go c.Signal()
	for {
		c.Wait()
	}
}

// Stderr: fatal error: all goroutines are asleep - deadlock!
// Exit: 2
