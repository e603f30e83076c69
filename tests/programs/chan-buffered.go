package main

import "fmt"

func main() {
	c := make(chan int, 3)
	fmt.Println(len(c), cap(c))
	c <- 1
	c <- 2
	c <- 3
	fmt.Println(len(c), cap(c))
	select {
	case c <- 4:
		fmt.Println("sent")
	default:
		fmt.Println("full")
	}
	fmt.Println(<-c)
	c <- 4
	close(c)
	for {
		v, ok := <-c
		fmt.Println(v, ok, len(c))
		if !ok {
			break
		}
	}
	d := make(chan string, 2)
	go func() {
		for i := 0; i < 10; i++ {
			d <- fmt.Sprint("m", i)
		}
		close(d)
	}()
	for s := range d {
		fmt.Print(s, " ")
	}
	fmt.Println()
	e := make(chan struct{}, 1000000)
	for i := 0; i < 1000; i++ {
		e <- struct{}{}
	}
	fmt.Println(len(e))
	var ch chan int
	fmt.Println(len(ch), cap(ch), ch == nil)
	type T struct {
		p *int
		s string
	}
	t := make(chan T, 2)
	n := 1
	t <- T{&n, "a"}
	n = 2
	t <- T{&n, "b"}
	x, y := <-t, <-t
	fmt.Println(*x.p, *y.p, x.s+y.s, x.p == y.p)
	k := make(chan int, 1)
	for i := 0; i < 5; i++ {
		k <- i
		fmt.Print(<-k, " ")
	}
	fmt.Println()
	var ro <-chan int = k
	var so chan<- int = k
	so <- 8
	fmt.Println(<-ro, cap(so), len(ro), k == ro)
	arr := [2]chan int{make(chan int, 1), make(chan int, 1)}
	arr[0] <- 1
	arr[1] <- <-arr[0] + 1
	fmt.Println(<-arr[1])
	m := map[string]chan int{"a": make(chan int, 1)}
	m["a"] <- 3
	v, ok := <-m["a"]
	fmt.Println(v, ok)
	q := make(chan int8, 2)
	q <- -128
	q <- 127
	fmt.Println(<-q-1, <-q+1)
	u := make(chan float32, 1)
	u <- 0.1
	fmt.Println(<-u)
}

// Output:
// 0 3
// 3 3
// full
// 1
// 2 true 2
// 3 true 1
// 4 true 0
// 0 false 0
// m0 m1 m2 m3 m4 m5 m6 m7 m8 m9
// 1000
// 0 0 true
// 2 2 ab true
// 0 1 2 3 4
// 8 1 0 true
// 2
// 3 true
// 127 -128
// 0.1
