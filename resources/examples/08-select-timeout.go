// Select with a timeout
//
// select waits on several channels at once and takes whichever is ready first: an answer, or the end of patience.
// The third answer comes too late; room for one value lets the slow server finish all the same.
package main

import (
	"fmt"
	"time"
)

func server(delay time.Duration, answer chan<- string) {
	time.Sleep(delay)
	answer <- "answer after " + delay.String()
}

func main() {
	for _, ms := range []int{10, 40, 400} {
		answer := make(chan string, 1)
		go server(time.Duration(ms)*time.Millisecond, answer)
		select {
		case text := <-answer:
			fmt.Println(text)
		case <-time.After(200 * time.Millisecond):
			fmt.Println("no answer in time")
		}
	}
}
