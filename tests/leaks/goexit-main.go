// SPDX-License-Identifier: MIT

// main leaves by Goexit; the others go on and end the program.
package main

import (
	"os"
	"runtime"
	"time"
)

func main() {
	go func() {
		time.Sleep(20 * time.Millisecond)
		os.Exit(0)
	}()
	runtime.Goexit()
}
