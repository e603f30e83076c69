package main

import (
	"fmt"
	"time"
)

func merge(a, b <-chan int) (out []int) {
	for a != nil || b != nil {
		select {
		case v, ok := <-a:
			if !ok {
				a = nil
				continue
			}
			out = append(out, v)
		case v, ok := <-b:
			if !ok {
				b = nil
				break
			}
			out = append(out, v)
		}
	}
	return
}

func main() {
	var n chan int
	select {
	case <-n:
		fmt.Println("never")
	case n <- 1:
		fmt.Println("never")
	default:
		fmt.Println("default")
	}
	a, b := make(chan int, 3), make(chan int, 3)
	a <- 1
	a <- 2
	b <- 3
	close(a)
	close(b)
	s := 0
	r := merge(a, b)
	for _, v := range r {
		s += v
	}
	fmt.Println(len(r), s)
	select {
	case <-n:
	case <-time.After(time.Millisecond):
		fmt.Println("timeout")
	}
	c := make(chan int, 1)
	c <- 5
	select {
	case <-n:
	case v := <-c:
		fmt.Println(v)
	}
	out := make(chan int, 1)
	var in chan int = c
	pending := 0
	c <- 6
	var send chan int
	for steps := 0; steps < 2; steps++ {
		select {
		case v := <-in:
			pending = v
			in, send = nil, out
		case send <- pending:
			send = nil
		}
	}
	fmt.Println(<-out, in == nil, send == nil)
	done := make(chan bool)
	go func() {
		defer close(done)
		select {
		case <-time.After(5 * time.Millisecond):
			fmt.Println("goroutine ends")
		case n <- 1:
		}
	}()
	<-done
}

// Output:
// default
// 3 6
// timeout
// 5
// 6 true true
// goroutine ends
