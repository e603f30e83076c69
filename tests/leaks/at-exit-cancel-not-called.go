// SPDX-License-Identifier: MIT

package main

import "context"

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	go func() {
		<-ctx.Done() // at exit: chan receive
	}()
	if ctx == nil {
		cancel()
	}
}
