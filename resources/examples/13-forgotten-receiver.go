// Forgotten receiver
//
// The first of three answers wins, and the other two senders are left waiting at a gate nobody will come to again.
// The program ends well, but two goroutines leak: room for three values would let them go.
package main

import (
	"fmt"
	"time"
)

func ask(id int, answer chan<- int) {
	time.Sleep(time.Duration(id) * 10 * time.Millisecond)
	answer <- id
}

func first() int {
	answer := make(chan int)
	for id := 1; id <= 3; id++ {
		go ask(id, answer)
	}
	return <-answer
}

func main() {
	fmt.Println("first answer from", first())
	time.Sleep(100 * time.Millisecond)
	fmt.Println("and the other two still wait")
}
