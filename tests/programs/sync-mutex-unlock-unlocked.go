package main

import (
	"fmt"
	"sync"
)

func main() {
	defer func() { fmt.Println("not recoverable", recover()) }()
	var mu sync.Mutex
	mu.Unlock()
}

// Stderr: fatal error: sync: unlock of unlocked mutex
// Exit: 2
