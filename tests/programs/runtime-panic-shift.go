package main

import "fmt"

func main() {
	n := -2
	fmt.Println(1 << n)
}

// Stderr: panic: runtime error: negative shift amount
// Exit: 2
