package main

import (
	"sync"
	"time"
)

func main() {
	var wg sync.WaitGroup
	done := make(chan bool)
	go func() {
		wg.Wait()
		close(done)
	}()
	<-done
	go func() {
		wg.Add(1)
		wg.Wait() // leaks: sync.WaitGroup.Wait
	}()
	time.Sleep(20 * time.Millisecond)
}
