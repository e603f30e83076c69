package main

import (
	"fmt"
	"sync"
)

type fork struct{ sync.Mutex }

type phil struct {
	id          int
	left, right *fork
	meals       int
}

func (p *phil) dine(wg *sync.WaitGroup, waiter chan struct{}, rounds int) {
	defer wg.Done()
	for i := 0; i < rounds; i++ {
		waiter <- struct{}{}
		p.left.Lock()
		p.right.Lock()
		p.meals++
		p.right.Unlock()
		p.left.Unlock()
		<-waiter
	}
}

func (p *phil) ordered(wg *sync.WaitGroup, n, rounds int) {
	defer wg.Done()
	a, b := p.left, p.right
	if p.id == n-1 {
		a, b = b, a
	}
	for i := 0; i < rounds; i++ {
		a.Lock()
		b.Lock()
		p.meals++
		b.Unlock()
		a.Unlock()
	}
}

func main() {
	const n = 5
	forks := make([]*fork, n)
	for i := range forks {
		forks[i] = new(fork)
	}
	ps := make([]*phil, n)
	for i := range ps {
		ps[i] = &phil{id: i, left: forks[i], right: forks[(i+1)%n]}
	}
	var wg sync.WaitGroup
	waiter := make(chan struct{}, n-1)
	for _, p := range ps {
		wg.Add(1)
		go p.dine(&wg, waiter, 200)
	}
	wg.Wait()
	for _, p := range ps {
		wg.Add(1)
		go p.ordered(&wg, n, 300)
	}
	wg.Wait()
	for _, p := range ps {
		fmt.Println(p.id, p.meals)
	}
}

// Output:
// 0 500
// 1 500
// 2 500
// 3 500
// 4 500
