package main

import (
	"fmt"
	"time"
)

func work(done <-chan struct{}, beat time.Duration) (<-chan struct{}, <-chan int) {
	hb := make(chan struct{}, 1)
	res := make(chan int)
	go func() {
		defer close(hb)
		defer close(res)
		pulse := time.NewTicker(beat)
		defer pulse.Stop()
		send := func(v int) bool {
			for {
				select {
				case <-done:
					return false
				case <-pulse.C:
					select {
					case hb <- struct{}{}:
					default:
					}
				case res <- v:
					return true
				}
			}
		}
		for i := 0; ; i++ {
			if !send(i) {
				return
			}
		}
	}()
	return hb, res
}

func or(cs ...<-chan struct{}) <-chan struct{} {
	switch len(cs) {
	case 0:
		return nil
	case 1:
		return cs[0]
	}
	d := make(chan struct{})
	go func() {
		defer close(d)
		switch len(cs) {
		case 2:
			select {
			case <-cs[0]:
			case <-cs[1]:
			}
		default:
			select {
			case <-cs[0]:
			case <-cs[1]:
			case <-or(append(cs[2:], d)...):
			}
		}
	}()
	return d
}

func tee(done <-chan struct{}, in <-chan int) (<-chan int, <-chan int) {
	a, b := make(chan int), make(chan int)
	go func() {
		defer close(a)
		defer close(b)
		for v := range in {
			a, b := a, b
			for i := 0; i < 2; i++ {
				select {
				case <-done:
					return
				case a <- v:
					a = nil
				case b <- v:
					b = nil
				}
			}
		}
	}()
	return a, b
}

func bridge(cc <-chan (<-chan int)) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for c := range cc {
			for v := range c {
				out <- v
			}
		}
	}()
	return out
}

func main() {
	done := make(chan struct{})
	hb, res := work(done, time.Millisecond)
	<-hb
	for i := 0; i < 5; i++ {
		fmt.Print(<-res, " ")
	}
	fmt.Println()
	close(done)
	for range res {
	}
	for range hb {
	}
	after := func(d time.Duration) <-chan struct{} {
		c := make(chan struct{})
		go func() { defer close(c); time.Sleep(d) }()
		return c
	}
	start := time.Now()
	<-or(after(time.Hour), after(time.Minute), after(2*time.Millisecond), after(time.Hour), after(time.Hour))
	fmt.Println(time.Since(start) < 30*time.Second)
	in := make(chan int)
	go func() {
		defer close(in)
		for i := 0; i < 4; i++ {
			in <- i
		}
	}()
	x, y := tee(make(chan struct{}), in)
	for v := range x {
		fmt.Print(v, <-y, " ")
	}
	fmt.Println()
	cc := make(chan (<-chan int))
	go func() {
		defer close(cc)
		for i := 0; i < 4; i++ {
			c := make(chan int, 2)
			c <- i
			c <- i * 10
			close(c)
			cc <- c
		}
	}()
	for v := range bridge(cc) {
		fmt.Print(v, " ")
	}
	fmt.Println()
}

// Output:
// 0 1 2 3 4
// true
// 0 0 1 1 2 2 3 3
// 0 0 1 10 2 20 3 30
