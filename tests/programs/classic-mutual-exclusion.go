package main

import (
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
)

// Peterson's algorithm, a ticket lock and a spin lock, over sequentially consistent atomics.
type peterson struct {
	flag [2]int32
	turn int32
}

func (p *peterson) lock(i int32) {
	atomic.StoreInt32(&p.flag[i], 1)
	atomic.StoreInt32(&p.turn, 1-i)
	for atomic.LoadInt32(&p.flag[1-i]) == 1 && atomic.LoadInt32(&p.turn) == 1-i {
		runtime.Gosched()
	}
}
func (p *peterson) unlock(i int32) { atomic.StoreInt32(&p.flag[i], 0) }

type ticket struct{ next, serving uint32 }

func (t *ticket) Lock() {
	n := atomic.AddUint32(&t.next, 1) - 1
	for atomic.LoadUint32(&t.serving) != n {
		runtime.Gosched()
	}
}
func (t *ticket) Unlock() { atomic.AddUint32(&t.serving, 1) }

type spin int32

func (s *spin) Lock() {
	for !atomic.CompareAndSwapInt32((*int32)(s), 0, 1) {
		runtime.Gosched()
	}
}
func (s *spin) Unlock() { atomic.StoreInt32((*int32)(s), 0) }

type chanMutex chan struct{}

func (c chanMutex) Lock()   { c <- struct{}{} }
func (c chanMutex) Unlock() { <-c }

func main() {
	var p peterson
	var wg sync.WaitGroup
	n := 0
	for i := int32(0); i < 2; i++ {
		wg.Add(1)
		go func(i int32) {
			defer wg.Done()
			for k := 0; k < 500; k++ {
				p.lock(i)
				n++
				p.unlock(i)
			}
		}(i)
	}
	wg.Wait()
	fmt.Println(n)
	for _, l := range []sync.Locker{&ticket{}, new(spin), make(chanMutex, 1), &sync.Mutex{}, (&sync.RWMutex{})} {
		n := 0
		for g := 0; g < 4; g++ {
			wg.Add(1)
			go func() {
				defer wg.Done()
				for k := 0; k < 250; k++ {
					l.Lock()
					n++
					l.Unlock()
				}
			}()
		}
		wg.Wait()
		fmt.Println(n)
	}
}

// Output:
// 1000
// 1000
// 1000
// 1000
// 1000
// 1000
