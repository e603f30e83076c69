// SPDX-License-Identifier: MIT

package main

import (
	"context"
	"time"
)

func count(ctx context.Context) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for i := 0; ; i++ {
			select {
			case out <- i:
			case <-ctx.Done():
				return
			}
		}
	}()
	return out
}

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	numbers := count(ctx)
	for i := 0; i < 3; i++ {
		<-numbers
	}
	cancel()
	time.Sleep(10 * time.Millisecond)
}
