// SPDX-License-Identifier: MIT

// Package signal waits for signals of the system. None ever comes here.
package signal

import (
	"context"
	"os"
	"sync"
)

// Whoever waits for a signal waits for something that could come: what is in here counts as reachable.
var (
	lock     sync.Mutex
	channels map[chan<- os.Signal]bool
	contexts map[context.Context]bool
)

// Notify would send signals to c.
func Notify(c chan<- os.Signal, sig ...os.Signal) {
	if c == nil {
		panic("os/signal: Notify using nil channel")
	}
	lock.Lock()
	defer lock.Unlock()
	if channels == nil {
		channels = map[chan<- os.Signal]bool{}
	}
	channels[c] = true
}

// Stop ends what Notify began.
func Stop(c chan<- os.Signal) {
	lock.Lock()
	defer lock.Unlock()
	delete(channels, c)
}

// Ignore does nothing.
func Ignore(sig ...os.Signal) {}

// Ignored is false.
func Ignored(sig os.Signal) bool { return false }

// Reset does nothing.
func Reset(sig ...os.Signal) {}

// NotifyContext makes a context that stop ends.
func NotifyContext(parent context.Context, signals ...os.Signal) (ctx context.Context, stop context.CancelFunc) {
	ctx, cancel := context.WithCancel(parent)
	lock.Lock()
	defer lock.Unlock()
	if contexts == nil {
		contexts = map[context.Context]bool{}
	}
	contexts[ctx] = true
	return ctx, func() {
		lock.Lock()
		delete(contexts, ctx)
		lock.Unlock()
		cancel()
	}
}
