// SPDX-License-Identifier: MIT

// The asker has gone with its reply channel; the server is stuck in its answer, and so is everybody behind it.
package main

import "time"

type request struct {
	n     int
	reply chan int
}

func serve(requests chan request) {
	for r := range requests {
		r.reply <- r.n * 2 // leaks: chan send
	}
}

func ask(requests chan request, n int, patience time.Duration) {
	r := request{n, make(chan int)}
	requests <- r // leaks: chan send
	if patience == 0 {
		return
	}
	select {
	case <-r.reply:
	case <-time.After(patience):
	}
}

func start() {
	requests := make(chan request)
	go func() {
		time.Sleep(40 * time.Millisecond)
		serve(requests)
	}()
	go func() {
		go ask(requests, 1, 0)
		time.Sleep(80 * time.Millisecond)
		ask(requests, 2, time.Hour)
	}()
}

func main() {
	start()
	time.Sleep(300 * time.Millisecond)
	println("end") // while running
}
