package main

import "fmt"

func main() {
	var f func(int) int
	fmt.Println("before")
	fmt.Println(f(1))
}

// Output:
// before
// Stderr: panic: runtime error: invalid memory address or nil pointer dereference
// Exit: 2
