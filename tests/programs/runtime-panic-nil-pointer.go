package main

import "fmt"

type T struct {
	a, b int
	next *T
}

func main() {
	t := &T{1, 2, nil}
	fmt.Println(t.a)
	fmt.Println(t.next.b)
}

// Output:
// 1
// Stderr: panic: runtime error: invalid memory address or nil pointer dereference
// Exit: 2
