package main

import "fmt"

func div(a, b int) int { return a / b }

func main() {
	fmt.Println(div(7, 2))
	fmt.Println(div(7, 0))
}

// Output:
// 3
// Stderr: panic: runtime error: integer divide by zero
// Exit: 2
