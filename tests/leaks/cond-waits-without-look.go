package main

import (
	"sync"
	"time"
)

type q struct {
	mu   sync.Mutex
	c    *sync.Cond
	done bool
}

func main() {
	x := &q{}
	x.c = sync.NewCond(&x.mu)
	x.mu.Lock()
	x.done = true
	x.c.Signal()
	x.mu.Unlock()
	go func() {
		x.mu.Lock()
		x.c.Wait() // leaks: sync.Cond.Wait
		x.mu.Unlock()
	}()
	time.Sleep(20 * time.Millisecond)
}
