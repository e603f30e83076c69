// Producer and consumer with a buffer
//
// A channel with room for four: the producer runs ahead until it is full, then waits for the slow consumer.
// What went in first comes out first; the cell nearest the reader is the next to go.
package main

import (
	"fmt"
	"time"
)

func produce(orders chan<- int) {
	for n := 1; n <= 12; n++ {
		orders <- n
	}
	close(orders)
}

func main() {
	orders := make(chan int, 4)
	go produce(orders)
	for n := range orders {
		time.Sleep(20 * time.Millisecond)
		fmt.Println("order", n)
	}
}
