// SPDX-License-Identifier: MIT

// Package synctest tests concurrent code in bubbles whose clock jumps as soon as nobody in them can go on.
package synctest

import (
	"internal/synctest"
	"testing"
)

// Test runs f in a new bubble, with a T for it, and waits for all goroutines of the bubble.
func Test(t *testing.T, f func(*testing.T)) {
	failed := false
	synctest.Run(func() { synctest.TestIn(t, f, &failed) })
	if failed {
		t.FailNow()
	}
}

// Wait waits until all other goroutines of the bubble are durably blocked.
func Wait() { synctest.Wait() }
