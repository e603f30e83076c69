package main

import (
	"fmt"
	"sync"
)

type Lazy struct {
	once sync.Once
	v    int
}

func (l *Lazy) Get() int {
	l.once.Do(func() { fmt.Println("init"); l.v = 42 })
	return l.v
}

func main() {
	var l Lazy
	var wg sync.WaitGroup
	sum := make(chan int, 10)
	for i := 0; i < 10; i++ {
		wg.Add(1)
		go func() { defer wg.Done(); sum <- l.Get() }()
	}
	wg.Wait()
	close(sum)
	t := 0
	for v := range sum {
		t += v
	}
	fmt.Println(t)
	var o sync.Once
	func() {
		defer func() { fmt.Println("recovered", recover()) }()
		o.Do(func() { panic("first") })
	}()
	o.Do(func() { fmt.Println("never: done even though it panicked") })
	var p, q sync.Once
	p.Do(func() {
		fmt.Println("p")
		q.Do(func() { fmt.Println("q inside p") })
	})
	q.Do(func() { fmt.Println("never") })
	for i := 0; i < 3; i++ {
		var fresh sync.Once
		fresh.Do(func() { fmt.Print("fresh ", i, " ") })
	}
	fmt.Println()
	ready := make(chan bool)
	var r sync.Once
	order := make(chan string, 3)
	go r.Do(func() { close(ready); order <- "slow one" })
	<-ready
	r.Do(func() { order <- "never" })
	order <- "second returns after the first ended"
	fmt.Println(<-order)
	fmt.Println(<-order)
}

// Output:
// init
// 420
// recovered first
// p
// q inside p
// fresh 0 fresh 1 fresh 2
// slow one
// second returns after the first ended
