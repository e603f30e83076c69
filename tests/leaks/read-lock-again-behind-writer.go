package main

import (
	"sync"
	"time"
)

type cache struct {
	mu sync.RWMutex
	m  map[int]int
}

func (c *cache) get(k int) int {
	c.mu.RLock()
	defer c.mu.RUnlock()
	time.Sleep(10 * time.Millisecond)
	return c.size() + c.m[k]
}

func (c *cache) size() int {
	c.mu.RLock() // leaks: sync.RWMutex.RLock
	defer c.mu.RUnlock()
	return len(c.m)
}

func (c *cache) put(k, v int) {
	c.mu.Lock() // leaks: sync.RWMutex.Lock
	c.m[k] = v
	c.mu.Unlock()
}

func main() {
	c := &cache{m: map[int]int{}}
	go c.get(1)
	time.Sleep(5 * time.Millisecond)
	go c.put(1, 2)
	time.Sleep(50 * time.Millisecond)
	c = nil
	time.Sleep(50 * time.Millisecond)
}
