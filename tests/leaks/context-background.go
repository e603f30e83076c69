// SPDX-License-Identifier: MIT

// Background is never done: its channel is nil.
package main

import (
	"context"
	"time"
)

func main() {
	go func() {
		<-context.Background().Done() // leaks: chan receive (nil chan)
	}()
	time.Sleep(50 * time.Millisecond)
	println("end") // while running
}
