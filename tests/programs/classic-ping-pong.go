package main

import (
	"fmt"
	"sync"
)

type Ball struct{ hits int }

func player(name string, table chan *Ball, limit int, done chan<- string) {
	for b := range table {
		if b.hits >= limit {
			done <- name
			close(table)
			return
		}
		b.hits++
		table <- b
	}
	done <- name
}

func main() {
	table := make(chan *Ball)
	done := make(chan string, 2)
	b := new(Ball)
	go player("ping", table, 1000, done)
	go player("pong", table, 1000, done)
	table <- b
	<-done
	<-done
	fmt.Println(b.hits)
	// alternate strictly with two channels
	a, c := make(chan int), make(chan int)
	var wg sync.WaitGroup
	wg.Add(2)
	var out []string
	go func() {
		defer wg.Done()
		for i := range a {
			out = append(out, fmt.Sprint("a", i))
			c <- i
		}
		close(c)
	}()
	go func() {
		defer wg.Done()
		n := 0
		for i := range c {
			out = append(out, fmt.Sprint("b", i))
			n++
			if n == 3 {
				close(a)
			} else {
				a <- i + 1
			}
		}
	}()
	a <- 0
	wg.Wait()
	fmt.Println(out)
	ring := make([]chan int, 100)
	for i := range ring {
		ring[i] = make(chan int)
	}
	end := make(chan int)
	for i := range ring {
		go func(i int) {
			for v := range ring[i] {
				if v == 0 {
					end <- i
					return
				}
				ring[(i+1)%len(ring)] <- v - 1
			}
		}(i)
	}
	ring[0] <- 1234
	fmt.Println(<-end)
}

// Output:
// 1000
// [a0 b0 a1 b1 a2 b2]
// 34
