// SPDX-License-Identifier: MIT

package main

import "time"

func main() {
	go func() {
		select {} // leaks: select (no cases)
	}()
	time.Sleep(50 * time.Millisecond)
	println("end") // while running
}
