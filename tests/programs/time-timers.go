package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	start := time.Now()
	time.Sleep(5 * time.Millisecond)
	fmt.Println(time.Since(start) >= 5*time.Millisecond, time.Until(start) < 0)
	<-time.After(time.Millisecond)
	t := time.NewTimer(time.Hour)
	fmt.Println(t.Stop(), t.Stop())
	fmt.Println(t.Reset(time.Millisecond))
	at := <-t.C
	fmt.Println(at.After(start), t.Stop(), t.Reset(time.Hour), t.Stop())
	fired := make(chan string, 3)
	f := time.AfterFunc(time.Millisecond, func() { fired <- "func" })
	fmt.Println(<-fired, f.Stop())
	f.Reset(0)
	fmt.Println(<-fired)
	g := time.AfterFunc(time.Hour, func() { fired <- "never" })
	fmt.Println(g.Stop(), len(fired))
	// order of timers far enough apart
	var mu sync.Mutex
	var order []int
	var wg sync.WaitGroup
	for _, ms := range []int{150, 5, 300, 75} {
		wg.Add(1)
		go func(ms int) {
			defer wg.Done()
			time.Sleep(time.Duration(ms) * time.Millisecond)
			mu.Lock()
			order = append(order, ms)
			mu.Unlock()
		}(ms)
	}
	wg.Wait()
	fmt.Println(order)
	tk := time.NewTicker(2 * time.Millisecond)
	prev := time.Time{}
	for i := 0; i < 5; i++ {
		x := <-tk.C
		if !x.After(prev) {
			fmt.Println("not increasing")
		}
		prev = x
	}
	tk.Stop()
	select {
	case <-tk.C:
	default:
	}
	select {
	case <-tk.C:
		fmt.Println("ticked after stop")
	case <-time.After(20 * time.Millisecond):
		fmt.Println("stopped")
	}
	tk.Reset(time.Millisecond)
	<-tk.C
	tk.Stop()
	time.Sleep(0)
	time.Sleep(-5)
	c := make(chan int)
	select {
	case <-c:
	case <-time.After(0):
		fmt.Println("zero timer")
	}
	timeout := time.After(30 * time.Second)
	n := 0
	tick := time.Tick(time.Millisecond)
loop:
	for {
		select {
		case <-tick:
			n++
			if n == 3 {
				break loop
			}
		case <-timeout:
			fmt.Println("timeout")
			break loop
		}
	}
	fmt.Println(n)
	func() {
		defer func() { fmt.Println(recover()) }()
		time.NewTicker(0)
	}()
}

// Output:
// true true
// true false
// false
// true false false true
// func false
// func
// true 0
// [5 75 150 300]
// stopped
// zero timer
// 3
// non-positive interval for NewTicker
