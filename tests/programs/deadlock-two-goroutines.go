package main

import "fmt"

func main() {
	a, b := make(chan int), make(chan int)
	go func() {
		a <- <-b
	}()
	fmt.Println("start")
	b <- <-a
}

// Output:
// start
// Stderr: fatal error: all goroutines are asleep - deadlock!
// Exit: 2
