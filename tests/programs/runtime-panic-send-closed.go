package main

func main() {
	c := make(chan int, 1)
	close(c)
	c <- 1
}

// Stderr: panic: send on closed channel
// Exit: 2
