// SPDX-License-Identifier: MIT

package main

import (
	"context"
	"time"
)

func start() {
	parent, cancel := context.WithTimeout(context.Background(), 60*time.Millisecond)
	child, cancelChild := context.WithCancel(context.WithValue(parent, "k", 1))
	_, _ = cancel, cancelChild
	go func() {
		<-child.Done()
	}()
}

func main() {
	start()
	time.Sleep(20 * time.Millisecond)
}
