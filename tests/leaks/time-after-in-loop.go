package main

import "time"

func main() {
	c := make(chan int)
	go func() {
		for {
			select {
			case <-c:
				return
			case <-time.After(2 * time.Millisecond):
			}
		}
	}()
	time.Sleep(20 * time.Millisecond)
	c <- 1
}
