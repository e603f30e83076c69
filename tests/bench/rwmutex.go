// Class: contended locks
package main

import (
	"fmt"
	"sync"
)

// Seven readers and one writer of a small table.
func main() {
	const each = 600000
	var mu sync.RWMutex
	table := map[int]int{}
	for i := 0; i < 64; i++ {
		table[i] = i
	}
	var wg sync.WaitGroup
	sums := make([]int, 8)
	for g := 0; g < 8; g++ {
		wg.Add(1)
		go func(g int) {
			defer wg.Done()
			for i := 0; i < each; i++ {
				if g == 0 && i%16 == 0 {
					mu.Lock()
					table[i%64] = i % 64
					mu.Unlock()
					continue
				}
				mu.RLock()
				sums[g] += table[i%64]
				mu.RUnlock()
			}
		}(g)
	}
	wg.Wait()
	fmt.Println(sums[1] == sums[7])
}
