// SPDX-License-Identifier: MIT

package main

import "time"

func start() {
	t := time.NewTimer(time.Hour)
	t.Stop()
	go func() {
		<-t.C // leaks: chan receive
	}()
}

func main() {
	start()
	time.Sleep(50 * time.Millisecond)
	println("end") // while running
}
