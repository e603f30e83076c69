package main

import "fmt"

func main() {
	defer fmt.Println("last deferred")
	defer func() {
		panic("second")
	}()
	panic("first")
}

// Output:
// last deferred
// Stderr: panic: first
// Exit: 2
