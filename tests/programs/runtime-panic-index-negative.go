package main

func main() {
	a := [3]int{}
	i := -1
	a[i%5]++
}

// Stderr: panic: runtime error: index out of range [-1]
// Exit: 2
