// SPDX-License-Identifier: MIT

package main

import (
	"sync"
	"time"
)

type cache struct {
	mu sync.Mutex
	m  map[string]int
}

func (c *cache) get(k string) int {
	c.mu.Lock() // leaks: sync.Mutex.Lock
	defer c.mu.Unlock()
	return c.m[k]
}

func (c *cache) sum(keys ...string) (s int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, k := range keys {
		s += c.get(k)
	}
	return
}

func main() {
	go func() {
		c := &cache{m: map[string]int{}}
		c.sum("a", "b")
	}()
	time.Sleep(100 * time.Millisecond)
	println("end") // while running
}
