// A panic in any goroutine ends the program.
package main

import "fmt"

type kind int

func main() {
	fmt.Println("before")
	go func() { panic(kind(3)) }()
	select {}
}

// Output:
// before
// Stderr: panic: main.kind(3)
// Exit: 2
