// Rendezvous
//
// An unbuffered channel is a gate: the sender waits at it until the receiver comes, and both leave together.
// Watch who arrives first, and that the value never lies in between.
package main

import "fmt"

func waiter(counter <-chan string, done chan<- bool) {
	for dish := range counter {
		fmt.Println("served", dish)
	}
	done <- true
}

func main() {
	counter := make(chan string)
	done := make(chan bool)
	go waiter(counter, done)
	for _, dish := range []string{"soup", "bread", "cheese"} {
		fmt.Println("cooked", dish)
		counter <- dish
	}
	close(counter)
	<-done
}
