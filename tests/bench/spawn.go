// Class: create and finish
package main

import "fmt"

func main() {
	const n = 1000000
	done := make(chan int, 128)
	sum := 0
	go func() {
		for i := 0; i < n; i++ {
			go func(i int) { done <- i & 1 }(i)
		}
	}()
	for i := 0; i < n; i++ {
		sum += <-done
	}
	fmt.Println(sum)
}
