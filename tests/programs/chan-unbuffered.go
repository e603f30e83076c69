package main

import "fmt"

func main() {
	c := make(chan int)
	done := make(chan bool)
	go func() {
		for i := 0; i < 3; i++ {
			fmt.Println("sending", i)
			c <- i
			<-done
		}
		close(c)
	}()
	for v := range c {
		fmt.Println("received", v)
		done <- true
	}
	v, ok := <-c
	fmt.Println(v, ok, len(c), cap(c))
	type msg struct {
		n     int
		reply chan string
	}
	srv := make(chan msg)
	go func() {
		for m := range srv {
			m.reply <- fmt.Sprint("got ", m.n)
		}
	}()
	r := make(chan string)
	for i := 0; i < 3; i++ {
		srv <- msg{i, r}
		fmt.Println(<-r)
	}
	close(srv)
	cc := make(chan chan int)
	go func() { c := <-cc; c <- 42 }()
	inner := make(chan int)
	cc <- inner
	fmt.Println(<-inner)
	var e chan interface{} = make(chan interface{}, 3)
	e <- nil
	e <- error(nil)
	e <- []int{1}
	fmt.Println(<-e, <-e, <-e)
	s := make(chan struct{})
	go close(s)
	<-s
	_, ok = <-s
	fmt.Println(ok)
	big := make(chan [100]int)
	go func() { var a [100]int; a[99] = 7; big <- a; a[99] = 8 }()
	fmt.Println((<-big)[99])
	fs := make(chan func() int)
	go func() { n := 1; fs <- func() int { n++; return n } }()
	f := <-fs
	fmt.Println(f(), f())
	x := make(chan int)
	go func() { x <- <-func() chan int { c := make(chan int, 1); c <- 5; return c }() }()
	fmt.Println(<-x + 1)
	a, b := make(chan int), make(chan int)
	go func() { a <- <-b }()
	b <- 3
	fmt.Println(-<-a)
}

// Output:
// sending 0
// received 0
// sending 1
// received 1
// sending 2
// received 2
// 0 false 0 0
// got 0
// got 1
// got 2
// 42
// <nil> <nil> [1]
// false
// 7
// 2 3
// 6
// -3
