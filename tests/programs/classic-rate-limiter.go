package main

import (
	"fmt"
	"sync"
	"time"
)

// Limiter is a leaky bucket: a ticker drips tokens into a bounded channel.
type Limiter struct {
	tokens chan struct{}
	stop   chan struct{}
	wg     sync.WaitGroup
}

func New(every time.Duration, burst int) *Limiter {
	l := &Limiter{tokens: make(chan struct{}, burst), stop: make(chan struct{})}
	for i := 0; i < burst; i++ {
		l.tokens <- struct{}{}
	}
	l.wg.Add(1)
	go func() {
		defer l.wg.Done()
		t := time.NewTicker(every)
		defer t.Stop()
		for {
			select {
			case <-t.C:
				select {
				case l.tokens <- struct{}{}:
				default:
				}
			case <-l.stop:
				return
			}
		}
	}()
	return l
}

func (l *Limiter) Wait()  { <-l.tokens }
func (l *Limiter) Close() { close(l.stop); l.wg.Wait() }

func main() {
	l := New(4*time.Millisecond, 3)
	start := time.Now()
	for i := 0; i < 8; i++ {
		l.Wait()
	}
	d := time.Since(start)
	fmt.Println(d >= 15*time.Millisecond)
	l.Close()
	// several clients share one limiter
	l = New(time.Millisecond, 1)
	var wg sync.WaitGroup
	served := make(chan int, 30)
	for c := 0; c < 3; c++ {
		wg.Add(1)
		go func(c int) {
			defer wg.Done()
			for i := 0; i < 5; i++ {
				l.Wait()
				served <- c
			}
		}(c)
	}
	wg.Wait()
	l.Close()
	counts := [3]int{}
	close(served)
	for c := range served {
		counts[c]++
	}
	fmt.Println(counts)
}

// Output:
// true
// [5 5 5]
