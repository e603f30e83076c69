package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

func main() {
	var mu sync.RWMutex
	mu.RLock()
	mu.RLock()
	fmt.Println(mu.TryRLock(), mu.TryLock())
	mu.RUnlock()
	mu.RUnlock()
	mu.RUnlock()
	fmt.Println(mu.TryLock(), mu.TryRLock())
	mu.Unlock()
	// all readers at once
	var wg sync.WaitGroup
	in := make(chan bool)
	out := make(chan bool)
	for i := 0; i < 5; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			mu.RLock()
			in <- true
			<-out
			mu.RUnlock()
		}()
	}
	for i := 0; i < 5; i++ {
		<-in
	}
	fmt.Println("five readers inside")
	w := make(chan bool)
	go func() { mu.Lock(); w <- true; mu.Unlock() }()
	close(out)
	<-w
	wg.Wait()
	m := map[int]int{}
	var readers, writers, bad int32
	for i := 0; i < 8; i++ {
		wg.Add(1)
		go func(i int) {
			defer wg.Done()
			for k := 0; k < 300; k++ {
				if k%4 == 0 {
					mu.Lock()
					if atomic.AddInt32(&writers, 1) != 1 || atomic.LoadInt32(&readers) != 0 {
						atomic.AddInt32(&bad, 1)
					}
					m[k] = i
					atomic.AddInt32(&writers, -1)
					mu.Unlock()
				} else {
					mu.RLock()
					atomic.AddInt32(&readers, 1)
					if atomic.LoadInt32(&writers) != 0 {
						atomic.AddInt32(&bad, 1)
					}
					_ = m[k]
					atomic.AddInt32(&readers, -1)
					mu.RUnlock()
				}
			}
		}(i)
	}
	wg.Wait()
	fmt.Println(bad, len(m))
	l := mu.RLocker()
	l.Lock()
	fmt.Println(mu.TryLock())
	l.Unlock()
	fmt.Println(mu.TryLock())
}

// Output:
// true false
// true false
// five readers inside
// 0 75
// false
// true
