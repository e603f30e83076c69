package main

type T struct{ m map[string]int }

func main() {
	var t T
	_ = t.m["x"]
	t.m["x"]++
}

// Stderr: panic: assignment to entry in nil map
// Exit: 2
