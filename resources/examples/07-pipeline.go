// Pipeline
//
// Each stage receives from the one before it and sends to the next: generate, double, keep multiples of three.
// All stages work at the same time on different values; the slowest one sets the pace.
package main

import "fmt"

func generate(out chan<- int) {
	for i := 1; i <= 15; i++ {
		out <- i
	}
	close(out)
}

func double(in <-chan int, out chan<- int) {
	for v := range in {
		out <- 2 * v
	}
	close(out)
}

func multiplesOfThree(in <-chan int, out chan<- int) {
	for v := range in {
		if v%3 == 0 {
			out <- v
		}
	}
	close(out)
}

func main() {
	numbers := make(chan int)
	doubled := make(chan int)
	kept := make(chan int)
	go generate(numbers)
	go double(numbers, doubled)
	go multiplesOfThree(doubled, kept)
	for v := range kept {
		fmt.Println(v)
	}
}
