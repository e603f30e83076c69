// SPDX-License-Identifier: MIT

package main

import "time"

func main() {
	c := make(chan int)
	stop := make(chan bool)
	go func() {
		for {
			select {
			case <-c:
			case <-stop:
				return
			default:
				time.Sleep(time.Millisecond)
			}
		}
	}()
	time.Sleep(20 * time.Millisecond)
	close(stop)
}
