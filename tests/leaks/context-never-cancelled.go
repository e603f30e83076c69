// SPDX-License-Identifier: MIT

package main

import (
	"context"
	"time"
)

func watch(ctx context.Context) {
	<-ctx.Done() // leaks: chan receive
}

func start() {
	ctx, cancel := context.WithCancel(context.Background())
	go watch(ctx)
	_ = cancel
}

func main() {
	start()
	time.Sleep(100 * time.Millisecond)
	println("end") // while running
}
