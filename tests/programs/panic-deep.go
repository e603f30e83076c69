// A panic crosses thousands of frames, over several chunks of stack, and its deferred calls run in order.
package main

import "fmt"

var order int

func down(n int) int {
	if n == 0 {
		panic("bottom")
	}
	defer func() {
		if order != n-1 {
			fmt.Println("wrong order at", n)
		}
		order = n
	}()
	return down(n-1) + 1
}

func sum(n int) int {
	if n == 0 {
		return 0
	}
	return n + sum(n-1)
}

func main() {
	defer func() {
		fmt.Println(recover(), order)
		fmt.Println(sum(100000))
	}()
	down(20000)
}

// Output:
// bottom 20000
// 5000050000
