// SPDX-License-Identifier: MIT

package main

import "time"

func start() {
	slots := make(chan bool, 2)
	for i := 0; i < 4; i++ {
		go func() {
			slots <- true // leaks: chan send x2
		}()
	}
}

func main() {
	start()
	time.Sleep(60 * time.Millisecond)
	println("end") // while running
}
