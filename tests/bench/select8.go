// Class: select
package main

import "fmt"

// One select over eight channels, each with a producer of its own.
func main() {
	const n = 300000
	var c [8]chan int
	for i := range c {
		c[i] = make(chan int)
		go func(i int, ch chan<- int) {
			for k := 0; k < n; k++ {
				ch <- i
			}
		}(i, c[i])
	}
	sum := 0
	for k := 0; k < 8*n; k++ {
		var v int
		select {
		case v = <-c[0]:
		case v = <-c[1]:
		case v = <-c[2]:
		case v = <-c[3]:
		case v = <-c[4]:
		case v = <-c[5]:
		case v = <-c[6]:
		case v = <-c[7]:
		}
		sum += v
	}
	fmt.Println(sum)
}
