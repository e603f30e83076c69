package main

type big [100]int

func f(n int, b big) int {
	b[n%100] = n
	return f(n+1, b) + b[0]
}

func main() {
	println(f(0, big{}))
}

// Stderr: runtime: goroutine stack exceeds 1000000000-byte limit
// Exit: 2
