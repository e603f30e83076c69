package main

import (
	"fmt"
	"runtime"
	"sync"
)

type T struct{ n int }

func (t T) show(c chan string)   { c <- fmt.Sprint("T", t.n) }
func (t *T) pshow(c chan string) { c <- fmt.Sprint("*T", t.n) }

type I interface{ show(chan string) }

func add(c chan int, xs ...int) {
	s := 0
	for _, x := range xs {
		s += x
	}
	c <- s
}

func main() {
	c := make(chan string)
	t := T{1}
	go t.show(c)
	fmt.Println(<-c)
	go (&t).pshow(c)
	fmt.Println(<-c)
	var i I = t
	go i.show(c)
	fmt.Println(<-c)
	f := t.show
	t.n = 9
	go f(c)
	fmt.Println(<-c)
	go T.show(T{4}, c)
	fmt.Println(<-c)
	ci := make(chan int)
	go add(ci)
	fmt.Println(<-ci)
	go add(ci, []int{1, 2, 3}...)
	fmt.Println(<-ci)
	x := 1
	go func(v int, p *int) { ci <- v*10 + *p }(x, &x)
	fmt.Println(<-ci)
	a := [3]int{1, 2, 3}
	done := make(chan bool)
	go func(b [3]int) { <-done; ci <- b[0] }(a)
	a[0] = 100
	done <- true
	fmt.Println(<-ci)
	var wg sync.WaitGroup
	res := make([]int, 1000)
	for i := range res {
		wg.Add(1)
		go func(i int) { defer wg.Done(); res[i] = i * i }(i)
	}
	wg.Wait()
	s := 0
	for _, v := range res {
		s += v
	}
	fmt.Println(s)
	go func() { go func() { go func() { ci <- 3 }() }() }()
	fmt.Println(<-ci)
	go close(done)
	<-done
	m := map[string]int{"a": 1}
	dd := make(chan bool)
	go func() { delete(m, "a"); dd <- true }()
	<-dd
	fmt.Println(len(m))
	go println()
	var fact func(n int, out chan int)
	fact = func(n int, out chan int) {
		if n == 0 {
			out <- 1
			return
		}
		in := make(chan int)
		go fact(n-1, in)
		out <- n * <-in
	}
	go fact(15, ci)
	fmt.Println(<-ci)
	runtime.Gosched()
	fmt.Println(runtime.NumGoroutine() >= 1, runtime.NumCPU() >= 1, runtime.GOMAXPROCS(0) >= 1)
	func() {
		defer func() { fmt.Println("go nil func is fatal elsewhere") }()
	}()
}

// Output:
// T1
// *T1
// T1
// T1
// T4
// 0
// 6
// 11
// 1
// 332833500
// 3
// 0
// 1307674368000
// true true true
// go nil func is fatal elsewhere
