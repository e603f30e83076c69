// SPDX-License-Identifier: MIT

package main

import "time"

func start() {
	c := make(chan bool)
	time.AfterFunc(80*time.Millisecond, func() { close(c) })
	go func() {
		<-c
	}()
}

func main() {
	start()
	time.Sleep(10 * time.Millisecond)
}
