// Class: buffered
package main

import (
	"fmt"
	"sync"
)

func main() {
	const producers, each = 8, 2000000
	c := make(chan int, 64)
	var wg sync.WaitGroup
	for p := 0; p < producers; p++ {
		wg.Add(1)
		go func(p int) {
			defer wg.Done()
			for i := 0; i < each; i++ {
				c <- p ^ i
			}
		}(p)
	}
	go func() { wg.Wait(); close(c) }()
	sum := 0
	for v := range c {
		sum += v
	}
	fmt.Println(sum)
}
