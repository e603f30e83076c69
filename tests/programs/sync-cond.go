package main

import (
	"fmt"
	"sync"
)

type Queue struct {
	mu    sync.Mutex
	full  *sync.Cond
	empty *sync.Cond
	items []int
	max   int
}

func NewQueue(n int) *Queue {
	q := &Queue{max: n}
	q.full = sync.NewCond(&q.mu)
	q.empty = sync.NewCond(&q.mu)
	return q
}

func (q *Queue) Put(v int) {
	q.mu.Lock()
	for len(q.items) == q.max {
		q.full.Wait()
	}
	q.items = append(q.items, v)
	q.empty.Signal()
	q.mu.Unlock()
}

func (q *Queue) Get() int {
	q.mu.Lock()
	defer q.mu.Unlock()
	for len(q.items) == 0 {
		q.empty.Wait()
	}
	v := q.items[0]
	q.items = q.items[1:]
	q.full.Signal()
	return v
}

func main() {
	q := NewQueue(3)
	var wg sync.WaitGroup
	sums := make(chan int, 4)
	for i := 0; i < 4; i++ {
		wg.Add(1)
		go func(i int) {
			defer wg.Done()
			for k := 0; k < 250; k++ {
				q.Put(i*1000 + k)
			}
		}(i)
		go func() {
			s := 0
			for k := 0; k < 250; k++ {
				s += q.Get()
			}
			sums <- s
		}()
	}
	t := 0
	for i := 0; i < 4; i++ {
		t += <-sums
	}
	wg.Wait()
	fmt.Println(t, len(q.items))
	var mu sync.Mutex
	c := sync.NewCond(&mu)
	waiting, woken, open := 0, 0, false
	done := make(chan bool)
	for i := 0; i < 5; i++ {
		go func() {
			mu.Lock()
			waiting++
			c.Broadcast()
			for !open {
				c.Wait()
			}
			woken++
			mu.Unlock()
			done <- true
		}()
	}
	mu.Lock()
	for waiting < 5 {
		c.Wait()
	}
	fmt.Println("all wait", woken)
	open = true
	c.Broadcast()
	mu.Unlock()
	for i := 0; i < 5; i++ {
		<-done
	}
	fmt.Println("woken", woken)
	c.Signal()
	c.Broadcast()
	rw := sync.RWMutex{}
	rc := sync.NewCond(rw.RLocker())
	flag := false
	go func() {
		rw.Lock()
		flag = true
		rw.Unlock()
		rc.Broadcast()
	}()
	rc.L.Lock()
	for !flag {
		rc.Wait()
	}
	rc.L.Unlock()
	fmt.Println("reader side")
}

// Output:
// 1624500 0
// all wait 0
// woken 5
// reader side
