package main

import (
	"fmt"
	"sync"
)

// Two goroutines which each select on sending to and receiving from the same pair of channels.
func main() {
	a, b := make(chan int), make(chan int)
	var wg sync.WaitGroup
	const rounds = 2000
	got := [2]int{}
	for g := 0; g < 2; g++ {
		g := g
		wg.Add(1)
		go func() {
			defer wg.Done()
			out, in := a, b
			if g == 1 {
				out, in = b, a
			}
			sent, recv := 0, 0
			for sent < rounds || recv < rounds {
				var o, i chan int
				if sent < rounds {
					o = out
				}
				if recv < rounds {
					i = in
				}
				select {
				case o <- sent:
					sent++
				case v := <-i:
					if v != recv {
						panic("order")
					}
					recv++
					got[g] += v
				}
			}
		}()
	}
	wg.Wait()
	fmt.Println(got[0], got[1])
	// many to many through one select each
	c := make(chan int)
	done := make(chan struct{})
	total := make(chan int)
	for w := 0; w < 4; w++ {
		go func() {
			s := 0
			for {
				select {
				case v := <-c:
					s += v
				case <-done:
					total <- s
					return
				}
			}
		}()
	}
	var pw sync.WaitGroup
	for p := 0; p < 4; p++ {
		pw.Add(1)
		go func(p int) {
			defer pw.Done()
			for i := 0; i < 500; i++ {
				select {
				case c <- i:
				case <-done:
				}
			}
		}(p)
	}
	pw.Wait()
	close(done)
	sum := 0
	for w := 0; w < 4; w++ {
		sum += <-total
	}
	fmt.Println(sum)
}

// Output:
// 1999000 1999000
// 499000
