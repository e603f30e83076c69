package main

import "fmt"

func gen(nums ...int) <-chan int {
	out := make(chan int)
	go func() {
		for _, n := range nums {
			out <- n
		}
		close(out)
	}()
	return out
}

func sq(in <-chan int) <-chan int {
	out := make(chan int)
	go func() {
		for n := range in {
			out <- n * n
		}
		close(out)
	}()
	return out
}

func main() {
	for n := range sq(sq(gen(2, 3, 4))) {
		fmt.Println(n)
	}
	var c <-chan int = gen(1, 2, 3, 4, 5)
	for i := 0; i < 50; i++ {
		in := c
		out := make(chan int, i%3)
		go func() {
			defer close(out)
			for v := range in {
				out <- v + 1
			}
		}()
		c = out
	}
	s := []int{}
	for v := range c {
		s = append(s, v)
	}
	fmt.Println(s)
}

// Output:
// 16
// 81
// 256
// [51 52 53 54 55]
