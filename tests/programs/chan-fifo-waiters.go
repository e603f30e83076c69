package main

import (
	"fmt"
	"runtime"
)

func main() {
	// Senders that arrive one after another are served in that order.
	c := make(chan int)
	for i := 0; i < 5; i++ {
		started := make(chan bool)
		go func(i int) { started <- true; c <- i }(i)
		<-started
		for k := 0; k < 200; k++ {
			runtime.Gosched()
		}
	}
	sum := 0
	for i := 0; i < 5; i++ {
		sum += <-c
	}
	fmt.Println(sum)
	// A single producer's values arrive in order at a single consumer.
	d := make(chan int, 7)
	go func() {
		for i := 0; i < 10000; i++ {
			d <- i
		}
		close(d)
	}()
	want := 0
	for v := range d {
		if v != want {
			panic("out of order")
		}
		want++
	}
	fmt.Println(want)
}

// Output:
// 10
// 10000
