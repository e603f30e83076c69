package main

import (
	"fmt"
	"sync"
)

func main() {
	var a, b sync.Mutex
	ready := make(chan bool)
	go func() {
		b.Lock()
		ready <- true
		<-ready
		a.Lock()
		fmt.Println("never")
	}()
	a.Lock()
	<-ready
	ready <- true
	b.Lock()
}

// Stderr: fatal error: all goroutines are asleep - deadlock!
// Exit: 2
