// SPDX-License-Identifier: MIT

// Package debug has the knobs of the collector, which here turn nothing, and the stack of a goroutine.
package debug

import (
	"os"
	"runtime"
)

// SetGCPercent gives the setting before, 100.
func SetGCPercent(percent int) int { return 100 }

// SetMaxStack gives the setting before.
func SetMaxStack(bytes int) int { return 1000000000 }

// SetMaxThreads gives the setting before.
func SetMaxThreads(threads int) int { return 10000 }

// SetMemoryLimit gives the setting before.
func SetMemoryLimit(limit int64) int64 { return 1<<63 - 1 }

// SetPanicOnFault gives the setting before.
func SetPanicOnFault(enabled bool) bool { return false }

// SetTraceback does nothing.
func SetTraceback(level string) {}

// FreeOSMemory collects garbage.
func FreeOSMemory() { runtime.GC() }

// Stack gives the trace of the calling goroutine.
func Stack() []byte {
	buf := make([]byte, 1024)
	for {
		n := runtime.Stack(buf, false)
		if n < len(buf) {
			return buf[:n]
		}
		buf = make([]byte, 2*len(buf))
	}
}

// PrintStack writes the trace of the calling goroutine to standard error.
func PrintStack() { os.Stderr.Write(Stack()) }
