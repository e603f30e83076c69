package main

import (
	"fmt"
	"sync"
)

type Barrier struct {
	mu    sync.Mutex
	cond  *sync.Cond
	n     int
	count int
	gen   int
}

func NewBarrier(n int) *Barrier {
	b := &Barrier{n: n}
	b.cond = sync.NewCond(&b.mu)
	return b
}

func (b *Barrier) Wait() bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	gen := b.gen
	b.count++
	if b.count == b.n {
		b.gen++
		b.count = 0
		b.cond.Broadcast()
		return true
	}
	for gen == b.gen {
		b.cond.Wait()
	}
	return false
}

func main() {
	const n, rounds = 6, 30
	b := NewBarrier(n)
	cells := [n]int{}
	next := [n]int{}
	for i := range cells {
		cells[i] = i
	}
	leaders := make(chan int, n*rounds*2)
	var wg sync.WaitGroup
	for i := 0; i < n; i++ {
		wg.Add(1)
		go func(i int) {
			defer wg.Done()
			for r := 0; r < rounds; r++ {
				next[i] = (cells[(i+n-1)%n] + cells[i] + cells[(i+1)%n]) % 101
				if b.Wait() {
					leaders <- r
				}
				cells[i] = next[i]
				if b.Wait() {
					leaders <- r
				}
			}
		}(i)
	}
	wg.Wait()
	fmt.Println(cells, len(leaders))
	want := [n]int{0, 1, 2, 3, 4, 5}
	for r := 0; r < rounds; r++ {
		var w [n]int
		for i := range want {
			w[i] = (want[(i+n-1)%n] + want[i] + want[(i+1)%n]) % 101
		}
		want = w
	}
	fmt.Println(want == cells)
	// a barrier of channels
	arrive, leave := make(chan int), make(chan bool)
	go func() {
		for k := 0; k < 3; k++ {
			<-arrive
		}
		close(leave)
	}()
	done := make(chan bool)
	for k := 0; k < 3; k++ {
		go func(k int) { arrive <- k; <-leave; done <- true }(k)
	}
	for k := 0; k < 3; k++ {
		<-done
	}
	fmt.Println("all passed")
}

// Output:
// [48 32 48 83 99 83] 60
// true
// all passed
