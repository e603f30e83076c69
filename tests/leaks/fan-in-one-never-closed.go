package main

import (
	"sync"
	"time"
)

func merge(cs ...chan int) chan int {
	out := make(chan int)
	var wg sync.WaitGroup
	for _, c := range cs {
		c := c
		wg.Add(1)
		go func() {
			for v := range c { // leaks: chan receive
				out <- v
			}
			wg.Done()
		}()
	}
	go func() {
		wg.Wait() // leaks: sync.WaitGroup.Wait
		close(out)
	}()
	return out
}

func main() {
	a, b := make(chan int, 1), make(chan int, 1)
	a <- 1
	b <- 2
	close(a)
	go func() {
		for range merge(a, b) { // leaks: chan receive
		}
	}()
	time.Sleep(30 * time.Millisecond)
}
