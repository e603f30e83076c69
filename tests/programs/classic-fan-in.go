package main

import (
	"fmt"
	"sync"
)

func produce(name string, n int) <-chan string {
	c := make(chan string)
	go func() {
		defer close(c)
		for i := 0; i < n; i++ {
			c <- fmt.Sprintf("%s-%d", name, i)
		}
	}()
	return c
}

func merge(cs ...<-chan string) <-chan string {
	var wg sync.WaitGroup
	out := make(chan string, 2)
	wg.Add(len(cs))
	for _, c := range cs {
		go func(c <-chan string) {
			defer wg.Done()
			for v := range c {
				out <- v
			}
		}(c)
	}
	go func() { wg.Wait(); close(out) }()
	return out
}

func main() {
	last := map[byte]int{}
	for v := range merge(produce("a", 5), produce("b", 4), produce("c", 3)) {
		n := int(v[2] - '0')
		if n != last[v[0]] {
			panic("order within a producer")
		}
		last[v[0]]++
		fmt.Println(v)
	}
}

// Unordered output:
// a-0
// c-0
// c-1
// c-2
// b-0
// a-1
// a-2
// b-1
// a-3
// a-4
// b-2
// b-3
