package main

func main() {
	c := make(chan int)
	<-c
}

// Stderr: fatal error: all goroutines are asleep - deadlock!
// Exit: 2
