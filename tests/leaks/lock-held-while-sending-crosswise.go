package main

import (
	"sync"
	"time"
)

func main() {
	var mu sync.Mutex
	c := make(chan int)
	go func() {
		mu.Lock()
		c <- 1 // leaks: chan send
		mu.Unlock()
	}()
	go func() {
		time.Sleep(5 * time.Millisecond)
		mu.Lock() // leaks: sync.Mutex.Lock
		mu.Unlock()
		<-c
	}()
	time.Sleep(50 * time.Millisecond)
}
