package main

import (
	"fmt"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	wg.Add(1)
	defer fmt.Println("main's deferred does not run")
	defer func() { recover() }()
	go func() {
		defer fmt.Println("goroutine's deferred runs")
		panic("in goroutine")
	}()
	wg.Wait()
}

// Output:
// goroutine's deferred runs
// Stderr: panic: in goroutine
// Exit: 2
