// SPDX-License-Identifier: MIT

// The system may send a signal at any time.
package main

import (
	"os"
	"os/signal"
	"time"
)

func main() {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt)
	go func() {
		<-signals
	}()
	time.Sleep(60 * time.Millisecond)
}
