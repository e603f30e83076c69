package main

func main() {
	s := "abc"
	n := len(s)
	_ = s[n]
}

// Stderr: panic: runtime error: index out of range [3] with length 3
// Exit: 2
