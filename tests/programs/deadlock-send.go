package main

import "fmt"

func main() {
	c := make(chan int, 1)
	c <- 1
	fmt.Println("one sent")
	c <- 2
	fmt.Println("not reached")
}

// Output:
// one sent
// Stderr: fatal error: all goroutines are asleep - deadlock!
// Exit: 2
