// Close and range
//
// Closing says that no more values will come: a range loop ends once the channel is empty as well.
// See that what was sent before the close still arrives, and that receiving then gives zero and false.
package main

import "fmt"

func countdown(from int, ticks chan<- int) {
	for n := from; n > 0; n-- {
		ticks <- n
	}
	close(ticks)
}

func main() {
	ticks := make(chan int, 3)
	go countdown(5, ticks)
	for n := range ticks {
		fmt.Println(n)
	}
	n, ok := <-ticks
	fmt.Println("after the close:", n, ok)
}
