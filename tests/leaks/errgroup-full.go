package main

import (
	"time"

	"golang.org/x/sync/errgroup"
)

func main() {
	go func() {
		var g errgroup.Group
		g.SetLimit(1)
		c := make(chan int)
		g.Go(func() error {
			<-c // leaks: chan receive
			return nil
		})
		g.Go(func() error { // leaks: chan send
			c <- 1
			return nil
		})
		g.Wait()
	}()
	time.Sleep(20 * time.Millisecond)
}
