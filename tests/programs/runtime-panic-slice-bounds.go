package main

func main() {
	s := make([]int, 2, 4)
	n := 5
	_ = s[1:n]
}

// Stderr: panic: runtime error: slice bounds out of range [:5] with capacity 4
// Exit: 2
