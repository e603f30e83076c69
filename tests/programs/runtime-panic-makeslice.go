package main

func main() {
	n := -1
	_ = make([]int, n)
}

// Stderr: panic: runtime error: makeslice: len out of range
// Exit: 2
