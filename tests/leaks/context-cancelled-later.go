// SPDX-License-Identifier: MIT

package main

import (
	"context"
	"time"
)

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan bool)
	go func() {
		<-ctx.Done()
		close(done)
	}()
	time.Sleep(50 * time.Millisecond)
	cancel()
	<-done
}
