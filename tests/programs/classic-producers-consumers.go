package main

import (
	"fmt"
	"sync"
)

type Ring struct {
	mu          sync.Mutex
	notEmpty    sync.Cond
	notFull     sync.Cond
	buf         [8]int
	head, count int
	closed      bool
}

func (r *Ring) init() *Ring { r.notEmpty.L, r.notFull.L = &r.mu, &r.mu; return r }

func (r *Ring) Put(v int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for r.count == len(r.buf) {
		r.notFull.Wait()
	}
	r.buf[(r.head+r.count)%len(r.buf)] = v
	r.count++
	r.notEmpty.Signal()
}

func (r *Ring) Get() (int, bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for r.count == 0 && !r.closed {
		r.notEmpty.Wait()
	}
	if r.count == 0 {
		return 0, false
	}
	v := r.buf[r.head]
	r.head = (r.head + 1) % len(r.buf)
	r.count--
	r.notFull.Signal()
	return v, true
}

func (r *Ring) Close() { r.mu.Lock(); r.closed = true; r.mu.Unlock(); r.notEmpty.Broadcast() }

func main() {
	r := new(Ring).init()
	var pw, cw sync.WaitGroup
	const P, C, N = 3, 5, 400
	seen := make([]int32, P*N)
	var mu sync.Mutex
	for p := 0; p < P; p++ {
		pw.Add(1)
		go func(p int) {
			defer pw.Done()
			for i := 0; i < N; i++ {
				r.Put(p*N + i)
			}
		}(p)
	}
	for c := 0; c < C; c++ {
		cw.Add(1)
		go func() {
			defer cw.Done()
			for {
				v, ok := r.Get()
				if !ok {
					return
				}
				mu.Lock()
				seen[v]++
				mu.Unlock()
			}
		}()
	}
	pw.Wait()
	r.Close()
	cw.Wait()
	once := 0
	for _, n := range seen {
		if n == 1 {
			once++
		}
	}
	fmt.Println(once, once == P*N)
}

// Output:
// 1200 true
