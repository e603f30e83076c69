// SPDX-License-Identifier: MIT

package main

import (
	"context"
	"time"
)

func start() {
	ctx, cancel := context.WithCancel(context.Background())
	go func() {
		<-ctx.Done()
	}()
	_ = cancel
}

func main() {
	start()
	time.Sleep(time.Second)
}

// Flags: --leaks
// Says: cause: context never cancelled
// Says: Nobody is left who could cancel the context.
// Says: call the context's cancel function
