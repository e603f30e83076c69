// SPDX-License-Identifier: MIT

// A select of one case is that operation: values, ok, order of evaluation, break, and how its wait is called.
package main

import "fmt"

type wide struct {
	a, b int
	s    string
}

func say(s string, c chan int) chan int {
	fmt.Println(s)
	return c
}

func value(n int) int {
	fmt.Println("value", n)
	return n
}

func main() {
	c := make(chan int, 2)
	select {
	case say("channel", c) <- value(1):
		fmt.Println("sent")
	}
	select {
	case v := <-say("receive", c):
		fmt.Println(v)
	}
	w := make(chan wide, 1)
	select {
	case w <- wide{1, 2, "x"}:
	}
	var got wide
	var ok bool
	select {
	case got, ok = <-w:
	}
	fmt.Println(got, ok)
	close(w)
	select {
	case got, ok = <-w:
	}
	fmt.Println(got, ok)
	e := make(chan struct{})
	close(e)
	select {
	case _, ok := <-e:
		fmt.Println(ok)
	}
	select {
	case x, ok := <-e:
		fmt.Println(x, ok)
	}
	m := map[string]int{}
	c <- 7
	select {
	case m["k"] = <-c:
		if m["k"] == 7 {
			break
		}
		fmt.Println("not reached")
	}
	fmt.Println(m)
loop:
	for {
		select {
		case <-e:
			break loop
		}
	}
	func() {
		defer func() { fmt.Println(recover()) }()
		close(c)
		select {
		case c <- 1:
		}
	}()
	var never chan int
	select {
	case <-never:
	}
}

// Output:
// channel
// value 1
// sent
// receive
// 1
// {1 2 x} true
// {0 0 } false
// false
// {} false
// map[k:7]
// send on closed channel
// Stderr: fatal error: all goroutines are asleep - deadlock!
// Exit: 2
