// Class: calls
package main

import "fmt"

func compose(f, g func(int) int) func(int) int { return func(x int) int { return g(f(x)) } }

func main() {
	add := func(n int) func(int) int { return func(x int) int { return x + n } }
	f := compose(compose(add(1), add(2)), compose(add(3), func(x int) int { return x ^ 5 }))
	sum := 0
	for i := 0; i < 12000000; i++ {
		sum += f(i) & 7
	}
	fmt.Println(sum)
}
