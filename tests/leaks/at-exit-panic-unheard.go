// SPDX-License-Identifier: MIT

package main

import "time"

func main() {
	go func() {
		time.Sleep(time.Millisecond)
		panic("after the end")
	}()
}
