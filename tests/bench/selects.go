// Class: select
package main

import "fmt"

func main() {
	const n = 1500000
	a, b, c, quit := make(chan int), make(chan int), make(chan int), make(chan bool)
	for i, ch := range []chan int{a, b, c} {
		go func(i int, ch chan int) {
			for k := 0; k < n; k++ {
				ch <- i
			}
		}(i, ch)
	}
	sum := 0
	for k := 0; k < 3*n; k++ {
		select {
		case v := <-a:
			sum += v
		case v := <-b:
			sum += 2 * v
		case v := <-c:
			sum += 3 * v
		case <-quit:
			return
		}
	}
	fmt.Println(sum)
}
