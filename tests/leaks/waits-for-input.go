// SPDX-License-Identifier: MIT

// Input may still come.
package main

import (
	"bufio"
	"os"
	"time"
)

func main() {
	lines := make(chan string)
	go func() {
		in := bufio.NewScanner(os.Stdin)
		for in.Scan() {
			lines <- in.Text()
		}
		close(lines)
	}()
	go func() {
		for range lines {
		}
	}()
	time.Sleep(60 * time.Millisecond)
}

// Input: open
