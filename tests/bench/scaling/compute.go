package main

import "fmt"

func steps(from, to int) int {
	longest := 0
	for i := from; i < to; i++ {
		n, count := i, 0
		for n != 1 {
			if n&1 == 0 {
				n >>= 1
			} else {
				n = 3*n + 1
			}
			count++
		}
		if count > longest {
			longest = count
		}
	}
	return longest
}

// Work that shares nothing, in sixteen parts.
func main() {
	const parts, size = 16, 40000
	results := make(chan int)
	for p := 0; p < parts; p++ {
		go func(p int) { results <- steps(1+p*size, 1+(p+1)*size) }(p)
	}
	longest := 0
	for p := 0; p < parts; p++ {
		if r := <-results; r > longest {
			longest = r
		}
	}
	fmt.Println(longest)
}
