// Class: select
package main

import (
	"fmt"
	"time"
)

// Each receive has a timeout that never comes.
func main() {
	const n = 600000
	ch := make(chan int)
	go func() {
		for i := 0; i < n; i++ {
			ch <- i
		}
		close(ch)
	}()
	sum := 0
	timeout := time.NewTimer(time.Hour)
	defer timeout.Stop()
	for {
		timeout.Reset(time.Hour)
		select {
		case v, ok := <-ch:
			if !ok {
				fmt.Println(sum)
				return
			}
			sum += v
		case <-timeout.C:
			panic("too late")
		}
	}
}
