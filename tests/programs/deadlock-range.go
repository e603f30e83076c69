package main

import "fmt"

func main() {
	c := make(chan int)
	go func() {
		for i := 0; i < 3; i++ {
			c <- i
		}
	}()
	for v := range c {
		fmt.Println(v)
	}
}

// Output:
// 0
// 1
// 2
// Stderr: fatal error: all goroutines are asleep - deadlock!
// Exit: 2
