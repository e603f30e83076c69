package main

import (
	"fmt"
	"sync"
)

type Counter struct {
	mu sync.Mutex
	m  map[string]int
}

func (c *Counter) Inc(k string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.m[k]++
}

type Emb struct {
	sync.Mutex
	n int
}

func main() {
	c := Counter{m: map[string]int{}}
	var wg sync.WaitGroup
	for i := 0; i < 50; i++ {
		wg.Add(1)
		go func(i int) {
			defer wg.Done()
			for j := 0; j < 100; j++ {
				c.Inc([]string{"a", "b"}[(i+j)%2])
			}
		}(i)
	}
	wg.Wait()
	fmt.Println(c.m)
	var e Emb
	e.Lock()
	fmt.Println(e.TryLock())
	e.n = 1
	e.Unlock()
	fmt.Println(e.TryLock(), e.n)
	e.Unlock()
	var l sync.Locker = &e
	l.Lock()
	l.Unlock()
	// handing over from one goroutine to another
	var mu sync.Mutex
	mu.Lock()
	done := make(chan bool)
	go func() { mu.Lock(); fmt.Println("locked by second"); done <- true }()
	mu.Unlock()
	<-done
	go mu.Unlock()
	mu.Lock()
	fmt.Println("unlocked by third")
	mu.Unlock()
	func() {
		defer func() { fmt.Println("recovered", recover()) }()
		mu.Lock()
		defer mu.Unlock()
		panic("with lock")
	}()
	fmt.Println(mu.TryLock())
	x := 0
	for i := 0; i < 4; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for k := 0; k < 20000; k++ {
				e.Lock()
				x++
				e.Unlock()
			}
		}()
	}
	wg.Wait()
	fmt.Println(x)
}

// Output:
// map[a:2500 b:2500]
// false
// true 1
// locked by second
// unlocked by third
// recovered with lock
// true
// 80000
