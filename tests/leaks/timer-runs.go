// SPDX-License-Identifier: MIT

package main

import "time"

func main() {
	go func() {
		<-time.After(80 * time.Millisecond)
	}()
	go func() {
		t := time.NewTimer(time.Hour)
		t.Stop()
		t.Reset(50 * time.Millisecond)
		<-t.C
	}()
	time.Sleep(10 * time.Millisecond)
}
