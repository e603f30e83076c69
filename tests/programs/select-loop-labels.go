package main

import "fmt"

func main() {
	jobs := make(chan int)
	quit := make(chan struct{})
	go func() {
		for i := 0; i < 8; i++ {
			jobs <- i
		}
		close(quit)
	}()
	sum := 0
loop:
	for {
		select {
		case j := <-jobs:
			switch {
			case j == 3:
				continue loop
			case j == 5:
				break
			default:
				sum += j
			}
			sum += 100
		case <-quit:
			break loop
		}
	}
	fmt.Println(sum)
	ticks := make(chan int, 5)
	for i := 0; i < 5; i++ {
		ticks <- i
	}
	n := 0
outer:
	for {
		for {
			select {
			case t := <-ticks:
				if t%2 == 1 {
					continue outer
				}
				n += t
				if t == 4 {
					goto end
				}
			}
		}
	}
end:
	fmt.Println(n)
	res := func() int {
		c := make(chan int, 1)
		for i := 0; ; i++ {
			select {
			case c <- i:
			case v := <-c:
				if v >= 2 {
					return v
				}
			}
		}
	}()
	fmt.Println(res)
	state := make(chan string, 1)
	state <- "a"
	var trace []string
	for len(trace) < 4 {
		select {
		case s := <-state:
			trace = append(trace, s)
			func() {
				defer func() { state <- s + "!" }()
			}()
		}
	}
	fmt.Println(trace)
	c1, c2 := make(chan int), make(chan int)
	go func() {
		defer close(c2)
		for v := range c1 {
			select {
			case c2 <- v * v:
			}
		}
	}()
	go func() {
		for i := 1; i <= 4; i++ {
			c1 <- i
		}
		close(c1)
	}()
	for v := range c2 {
		fmt.Print(v, " ")
	}
	fmt.Println()
}

// Output:
// 720
// 6
// 2
// [a a! a!! a!!!]
// 1 4 9 16
