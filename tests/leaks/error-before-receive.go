package main

import (
	"errors"
	"time"
)

func work(fail bool) (int, error) {
	c := make(chan int)
	go func() {
		c <- 42 // leaks: chan send
	}()
	if fail {
		return 0, errors.New("early")
	}
	return <-c, nil
}

func main() {
	work(true)
	work(false)
	time.Sleep(20 * time.Millisecond)
}
