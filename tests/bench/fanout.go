// Class: buffered
package main

import (
	"fmt"
	"sync"
)

// One to many: the producer deals out over a channel for each of eight consumers.
func main() {
	const n = 3000000
	var out [8]chan int
	var sums [8]int
	var wg sync.WaitGroup
	for i := range out {
		out[i] = make(chan int, 64)
		wg.Add(1)
		go func(i int) {
			defer wg.Done()
			for v := range out[i] {
				sums[i] += v
			}
		}(i)
	}
	for k := 0; k < n; k++ {
		out[k&7] <- k
	}
	sum := 0
	for _, ch := range out {
		close(ch)
	}
	wg.Wait()
	for _, s := range sums {
		sum += s
	}
	fmt.Println(sum)
}
