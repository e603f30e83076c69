package main

import "time"

func gen(n int) <-chan int {
	c := make(chan int, 2)
	go func() {
		defer close(c)
		for i := 0; i < n; i++ {
			c <- i // leaks: chan send
		}
	}()
	return c
}

func first() int {
	for v := range gen(10) {
		if v == 3 {
			return v
		}
	}
	return -1
}

func main() {
	first()
	time.Sleep(20 * time.Millisecond)
}
