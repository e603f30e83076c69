// SPDX-License-Identifier: MIT

// The timeout cancels it, whoever has dropped the cancel function.
package main

import (
	"context"
	"time"
)

func start() {
	ctx, cancel := context.WithTimeout(context.Background(), 80*time.Millisecond)
	_ = cancel
	go func() {
		<-ctx.Done()
	}()
}

func main() {
	start()
	time.Sleep(20 * time.Millisecond)
}
