package main

import "sync"

func main() {
	var mu sync.Mutex
	mu.Lock()
	mu.Lock()
}

// Stderr: fatal error: all goroutines are asleep - deadlock!
// Exit: 2
