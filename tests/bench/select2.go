// Class: select
package main

import "fmt"

// Two producers, one consumer over both until both are closed.
func main() {
	const n = 2500000
	a, b := make(chan int), make(chan int)
	produce := func(ch chan<- int, step int) {
		for i := 0; i < n; i++ {
			ch <- step
		}
		close(ch)
	}
	go produce(a, 1)
	go produce(b, 2)
	sum := 0
	for a != nil || b != nil {
		select {
		case v, ok := <-a:
			if !ok {
				a = nil
			}
			sum += v
		case v, ok := <-b:
			if !ok {
				b = nil
			}
			sum += v
		}
	}
	fmt.Println(sum)
}
