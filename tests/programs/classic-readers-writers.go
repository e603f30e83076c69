package main

import (
	"fmt"
	"sync"
)

type Cache struct {
	mu   sync.RWMutex
	data map[string]int
	hits int
	hm   sync.Mutex
}

func (c *Cache) Get(k string, load func(string) int) int {
	c.mu.RLock()
	v, ok := c.data[k]
	c.mu.RUnlock()
	if ok {
		c.hm.Lock()
		c.hits++
		c.hm.Unlock()
		return v
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if v, ok := c.data[k]; ok {
		return v
	}
	v = load(k)
	c.data[k] = v
	return v
}

// single flight: concurrent callers of one key share one call
type call struct {
	wg  sync.WaitGroup
	val int
}
type Flight struct {
	mu sync.Mutex
	m  map[string]*call
}

func (f *Flight) Do(k string, fn func() int) int {
	f.mu.Lock()
	if c, ok := f.m[k]; ok {
		f.mu.Unlock()
		c.wg.Wait()
		return c.val
	}
	c := new(call)
	c.wg.Add(1)
	f.m[k] = c
	f.mu.Unlock()
	c.val = fn()
	c.wg.Done()
	return c.val
}

func main() {
	c := &Cache{data: map[string]int{}}
	loads := 0
	load := func(k string) int { loads++; return len(k) }
	var wg sync.WaitGroup
	sum := make([]int, 8)
	for g := range sum {
		wg.Add(1)
		go func(g int) {
			defer wg.Done()
			for i := 0; i < 200; i++ {
				sum[g] += c.Get([]string{"a", "bb", "ccc", "dddd"}[i%4], load)
			}
		}(g)
	}
	wg.Wait()
	fmt.Println(loads, sum, c.hits >= 8*200-8*4)
	f := &Flight{m: map[string]*call{}}
	calls := 0
	res := make([]int, 20)
	for i := range res {
		wg.Add(1)
		go func(i int) {
			defer wg.Done()
			res[i] = f.Do("k", func() int { calls++; return 7 })
		}(i)
	}
	wg.Wait()
	fmt.Println(calls, res)
}

// Output:
// 4 [500 500 500 500 500 500 500 500] true
// 1 [7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7]
