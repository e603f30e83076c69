package main

import (
	"fmt"
	"sync"
)

func main() {
	jobs, results := make(chan int), make(chan int)
	var wg sync.WaitGroup
	for w := 0; w < 3; w++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for j := range jobs {
				results <- j
			}
		}()
	}
	for i := 0; i < 10; i++ {
		jobs <- i
	}
	close(jobs)
	wg.Wait()
	fmt.Println("unreachable")
}

// Stderr: fatal error: all goroutines are asleep - deadlock!
// Exit: 2
