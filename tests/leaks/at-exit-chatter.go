// SPDX-License-Identifier: MIT

// What they print after main's return is not heard, how they end does not count.
package main

import (
	"fmt"
	"os"
	"time"
)

func main() {
	go func() {
		time.Sleep(time.Millisecond)
		fmt.Println("after the end")
		println("after the end")
		os.Exit(7)
	}()
}
