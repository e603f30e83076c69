package main

import (
	"fmt"
	"runtime"
)

func main() {
	done := make(chan bool)
	go func() {
		fmt.Println("other")
		close(done)
	}()
	<-done
	defer fmt.Println("deferred")
	runtime.Goexit()
}

// Output:
// other
// deferred
// Stderr: fatal error: no goroutines (main called runtime.Goexit) - deadlock!
// Exit: 2
