package main

import "fmt"

func main() {
	defer func() {
		r := recover()
		fmt.Println("got", r)
		panic(fmt.Sprintf("re-%v", r))
	}()
	panic("first")
}

// Output:
// got first
// Stderr: panic: first [recovered]
// Exit: 2
