// Cancelling by context
//
// Cancelling a context closes its Done channel, and every goroutine that watches it stops by itself.
// Each worker selects between its work and Done; none is left behind when main returns.
package main

import (
	"context"
	"fmt"
	"sync"
)

func worker(ctx context.Context, numbers <-chan int, wg *sync.WaitGroup) {
	defer wg.Done()
	for {
		select {
		case <-ctx.Done():
			return
		case <-numbers:
		}
	}
}

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	numbers := make(chan int)
	var wg sync.WaitGroup
	for w := 0; w < 3; w++ {
		wg.Add(1)
		go worker(ctx, numbers, &wg)
	}
	for n := 1; n <= 8; n++ {
		numbers <- n
	}
	cancel()
	wg.Wait()
	fmt.Println("all workers have stopped:", ctx.Err())
}
