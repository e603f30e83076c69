// Class: contended locks
package main

import (
	"fmt"
	"sync"
)

// Rounds of goroutines that are awaited.
func main() {
	const rounds, each = 20000, 16
	var total [each]int
	for r := 0; r < rounds; r++ {
		var wg sync.WaitGroup
		for i := 0; i < each; i++ {
			wg.Add(1)
			go func(i int) {
				defer wg.Done()
				total[i] += i
			}(i)
		}
		wg.Wait()
	}
	sum := 0
	for _, t := range total {
		sum += t
	}
	fmt.Println(sum)
}
