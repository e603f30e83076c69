package main

func main() {
	var c chan int
	close(c)
}

// Stderr: panic: close of nil channel
// Exit: 2
