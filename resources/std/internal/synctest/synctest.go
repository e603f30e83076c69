// SPDX-License-Identifier: MIT

// Package synctest has bubbles: goroutines with a clock of their own. The machine knows them; see engine/run/bubble.h.
package synctest

import "unsafe"

func newBubble() unsafe.Pointer
func enter(b unsafe.Pointer)
func mainDone()
func step(b unsafe.Pointer) int

// Wait waits until all others of the bubble are durably blocked.
func Wait()

// InBubble tells whether the running goroutine belongs to a bubble.
func InBubble() bool

// TestIn runs f, a func(*testing.T), in the bubble that it is called in; package testing sets it.
var TestIn func(t, f any, failed *bool)

// Run calls f in a new bubble, and returns when all its goroutines have ended.
func Run(f func()) {
	if InBubble() {
		panic("synctest.Run called from within a synctest bubble")
	}
	b := newBubble()
	enter(b)
	go func() {
		defer mainDone()
		f()
	}()
	enter(nil)
	for {
		switch step(b) {
		case 1:
			return
		case 2:
			panic("deadlock: main bubble goroutine has exited but blocked goroutines remain")
		case 3:
			panic("deadlock: all goroutines in bubble are blocked")
		}
	}
}
