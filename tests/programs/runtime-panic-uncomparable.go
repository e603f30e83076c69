package main

func main() {
	var a, b interface{} = map[int]int{}, map[int]int{}
	if a == b {
		println("equal")
	}
}

// Stderr: panic: runtime error: comparing uncomparable type map[int]int
// Exit: 2
