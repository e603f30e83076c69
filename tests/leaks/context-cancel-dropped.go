package main

import (
	"context"
	"time"
)

func watch(ctx context.Context, c chan int) {
	for {
		select { // leaks: select
		case <-ctx.Done():
			return
		case v := <-c:
			_ = v
		}
	}
}

func start() {
	ctx, cancel := context.WithCancel(context.Background())
	_ = cancel
	go watch(ctx, make(chan int))
}

func main() {
	start()
	time.Sleep(20 * time.Millisecond)
}
