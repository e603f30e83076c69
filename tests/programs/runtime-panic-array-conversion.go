package main

func main() {
	s := []int{1, 2}
	_ = (*[4]int)(s)
}

// Differs: the message also speaks of arrays since Go 1.20
// Stderr: panic: runtime error: cannot convert slice with length 2 to array or pointer to array with length 4
// Exit: 2
