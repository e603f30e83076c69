// SPDX-License-Identifier: MIT

// A timer fires once; the second receive waits for ever.
package main

import "time"

func main() {
	go func() {
		t := time.NewTimer(time.Millisecond)
		<-t.C
		<-t.C // leaks: chan receive
	}()
	time.Sleep(100 * time.Millisecond)
	println("end") // while running
}
