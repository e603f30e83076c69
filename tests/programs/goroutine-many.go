package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

func main() {
	const n = 20000
	var wg sync.WaitGroup
	var count int64
	gate := make(chan struct{})
	for i := 0; i < n; i++ {
		wg.Add(1)
		go func() {
			<-gate
			atomic.AddInt64(&count, 1)
			wg.Done()
		}()
	}
	close(gate)
	wg.Wait()
	fmt.Println(count)
	// a long daisy chain
	left := make(chan int)
	first := left
	for i := 0; i < 5000; i++ {
		right := make(chan int)
		go func(l, r chan int) { l <- 1 + <-r }(left, right)
		left = right
	}
	go func() { left <- 1 }()
	fmt.Println(<-first)
	// deep recursion in a goroutine
	c := make(chan int)
	var deep func(int) int
	deep = func(k int) int {
		if k == 0 {
			return 0
		}
		return 1 + deep(k-1)
	}
	go func() { c <- deep(100000) }()
	fmt.Println(<-c)
}

// Output:
// 20000
// 5001
// 100000
