// SPDX-License-Identifier: MIT

// main waits in select {} while a ticker ends the program: nobody is stuck.
package main

import (
	"os"
	"time"
)

func main() {
	go func() {
		t := time.NewTicker(10 * time.Millisecond)
		for i := 0; i < 5; i++ {
			<-t.C
		}
		os.Exit(0)
	}()
	select {}
}
