// Class: hand-off
package main

import "fmt"

func node(id int, in <-chan int, out chan<- int, done chan<- int) {
	for {
		t := <-in
		if t == 0 {
			done <- id
			return
		}
		out <- t - 1
	}
}

func main() {
	const size, hops = 503, 6000000
	first := make(chan int, 1)
	done := make(chan int)
	in := first
	for i := 1; i < size; i++ {
		out := make(chan int, 1)
		go node(i, in, out, done)
		in = out
	}
	go node(size, in, first, done)
	first <- hops
	fmt.Println(<-done)
}
