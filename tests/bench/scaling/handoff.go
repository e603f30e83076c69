package main

import (
	"fmt"
	"os"
	"strconv"
)

// As many goroutines as the argument says, in pairs that talk to each other, all at once; together they hand over
// 4,000,000 values whatever their number.
func main() {
	const total = 4000000
	goroutines, _ := strconv.Atoi(os.Args[1])
	pairs := goroutines / 2
	done := make(chan int)
	for p := 0; p < pairs; p++ {
		ping, pong := make(chan int), make(chan int)
		go func() {
			for v := range ping {
				pong <- v + 1
			}
		}()
		go func() {
			v := 0
			for i := 0; i < total/2/pairs; i++ {
				ping <- v
				v = <-pong
			}
			close(ping)
			done <- v
		}()
	}
	sum := 0
	for p := 0; p < pairs; p++ {
		sum += <-done
	}
	fmt.Println(sum)
}
