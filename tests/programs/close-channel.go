package main

import (
	"fmt"
	"sync"
)

func main() {
	c := make(chan int, 2)
	c <- 1
	close(c)
	fmt.Println(len(c), cap(c))
	v, ok := <-c
	fmt.Println(v, ok)
	v, ok = <-c
	fmt.Println(v, ok)
	// close wakes all receivers
	var wg sync.WaitGroup
	d := make(chan string)
	res := make(chan bool, 10)
	for i := 0; i < 10; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			s, ok := <-d
			res <- s == "" && !ok
		}()
	}
	close(d)
	wg.Wait()
	close(res)
	n := 0
	for r := range res {
		if r {
			n++
		}
	}
	fmt.Println(n)
	// close makes a blocked sender panic
	e := make(chan int)
	out := make(chan interface{})
	ready := make(chan bool)
	go func() {
		defer func() { out <- recover() }()
		close(ready)
		e <- 1
	}()
	<-ready
	for i := 0; i < 1000; i++ {
		go func() {}()
	}
	close(e)
	fmt.Println(<-out)
	try := func(name string, f func()) {
		defer func() { fmt.Println(name, recover()) }()
		f()
	}
	try("twice", func() { close(e) })
	try("send", func() { e <- 1 })
	try("nil", func() { var n chan int; close(n) })
	try("in defer", func() { x := make(chan int); defer close(x); close(x) })
	select {
	case v, ok := <-e:
		fmt.Println("closed is ready", v, ok)
	default:
		fmt.Println("not ready")
	}
	var so chan<- int = make(chan int)
	close(so)
	z := make(chan struct{ a, b int })
	close(z)
	fmt.Println(<-z)
	p := make(chan *int)
	close(p)
	fmt.Println(<-p == nil)
	f := make(chan [2]string)
	close(f)
	fmt.Printf("%q\n", <-f)
}

// Output:
// 1 2
// 1 true
// 0 false
// 10
// send on closed channel
// twice close of closed channel
// send send on closed channel
// nil close of nil channel
// in defer close of closed channel
// closed is ready 0 false
// {0 0}
// true
// ["" ""]
