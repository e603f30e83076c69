// SPDX-License-Identifier: MIT

package main

import "time"

func main() {
	go func() {
		t := time.NewTicker(time.Millisecond)
		<-t.C
		t.Stop()
		for range t.C { // leaks: chan receive
		}
	}()
	time.Sleep(100 * time.Millisecond)
	println("end") // while running
}
