// Class: parked
package main

import (
	"fmt"
	"sync"
)

func main() {
	const n = 1000000
	gate := make(chan bool)
	var wg sync.WaitGroup
	wg.Add(n)
	for i := 0; i < n; i++ {
		go func() {
			<-gate
			wg.Done()
		}()
	}
	close(gate)
	wg.Wait()
	fmt.Println(n)
}
