// Fan-out and fan-in
//
// One source feeds three squarers, and a merger brings their results together again.
// The order of the results depends on who was quickest; their sum does not.
package main

import (
	"fmt"
	"sync"
)

func source(n int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for i := 1; i <= n; i++ {
			out <- i
		}
	}()
	return out
}

func square(in <-chan int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for v := range in {
			out <- v * v
		}
	}()
	return out
}

func merge(ins ...<-chan int) <-chan int {
	out := make(chan int)
	var wg sync.WaitGroup
	for _, in := range ins {
		wg.Add(1)
		go func(in <-chan int) {
			defer wg.Done()
			for v := range in {
				out <- v
			}
		}(in)
	}
	go func() {
		wg.Wait()
		close(out)
	}()
	return out
}

func main() {
	numbers := source(9)
	sum := 0
	for v := range merge(square(numbers), square(numbers), square(numbers)) {
		sum += v
	}
	fmt.Println("sum of squares:", sum)
}
