package main

func main() {
	var c chan int
	c <- 1
}

// Stderr: fatal error: all goroutines are asleep - deadlock!
// Exit: 2
