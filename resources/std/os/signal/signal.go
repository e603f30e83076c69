// SPDX-License-Identifier: MIT

// Package signal waits for signals of the system. None ever comes here.
package signal

import (
	"context"
	"os"
)

// Notify would send signals to c.
func Notify(c chan<- os.Signal, sig ...os.Signal) {
	if c == nil {
		panic("os/signal: Notify using nil channel")
	}
}

// Stop ends what Notify began.
func Stop(c chan<- os.Signal) {}

// Ignore does nothing.
func Ignore(sig ...os.Signal) {}

// Ignored is false.
func Ignored(sig os.Signal) bool { return false }

// Reset does nothing.
func Reset(sig ...os.Signal) {}

// NotifyContext makes a context that stop ends.
func NotifyContext(parent context.Context, signals ...os.Signal) (ctx context.Context, stop context.CancelFunc) {
	return context.WithCancel(parent)
}
