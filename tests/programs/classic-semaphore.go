package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

type Sem chan struct{}

func (s Sem) Acquire() { s <- struct{}{} }
func (s Sem) Release() { <-s }
func (s Sem) TryAcquire() bool {
	select {
	case s <- struct{}{}:
		return true
	default:
		return false
	}
}

// Weighted is a counting semaphore over a condition variable.
type Weighted struct {
	mu   sync.Mutex
	cond *sync.Cond
	free int
}

func NewWeighted(n int) *Weighted {
	w := &Weighted{free: n}
	w.cond = sync.NewCond(&w.mu)
	return w
}
func (w *Weighted) Acquire(n int) {
	w.mu.Lock()
	for w.free < n {
		w.cond.Wait()
	}
	w.free -= n
	w.mu.Unlock()
}
func (w *Weighted) Release(n int) {
	w.mu.Lock()
	w.free += n
	w.mu.Unlock()
	w.cond.Broadcast()
}

func main() {
	s := make(Sem, 3)
	var cur, max, total int32
	var wg sync.WaitGroup
	for i := 0; i < 50; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			s.Acquire()
			defer s.Release()
			n := atomic.AddInt32(&cur, 1)
			for {
				m := atomic.LoadInt32(&max)
				if n <= m || atomic.CompareAndSwapInt32(&max, m, n) {
					break
				}
			}
			for k := 0; k < 100; k++ {
				atomic.AddInt32(&total, 1)
			}
			atomic.AddInt32(&cur, -1)
		}()
	}
	wg.Wait()
	fmt.Println(max >= 1 && max <= 3, total, cur)
	fmt.Println(s.TryAcquire(), s.TryAcquire(), s.TryAcquire(), s.TryAcquire(), len(s))
	w := NewWeighted(10)
	var used int32
	bad := int32(0)
	for i := 1; i <= 20; i++ {
		wg.Add(1)
		go func(n int) {
			defer wg.Done()
			w.Acquire(n)
			if atomic.AddInt32(&used, int32(n)) > 10 {
				atomic.AddInt32(&bad, 1)
			}
			atomic.AddInt32(&used, -int32(n))
			w.Release(n)
		}(i%10 + 1)
	}
	wg.Wait()
	fmt.Println(bad, w.free)
}

// Output:
// true 5000 0
// true true true false 3
// 0 10
