package main

func main() {
	defer println("not run")
	select {}
}

// Stderr: fatal error: all goroutines are asleep - deadlock!
// Exit: 2
