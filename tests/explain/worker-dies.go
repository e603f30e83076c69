// SPDX-License-Identifier: MIT

package main

import "time"

func worker(jobs <-chan int) {
	for n := range jobs {
		if n == 2 {
			return
		}
	}
}

func start() {
	jobs := make(chan int)
	go worker(jobs)
	go func() {
		for i := 0; i < 5; i++ {
			jobs <- i
		}
		close(jobs)
	}()
}

func main() {
	start()
	time.Sleep(time.Second)
}

// Flags: --leaks
// Says: cause: nobody receives
// Says: waits to send 3 on jobs (line 20).
// Says: Nobody is left who could receive from jobs.
// Says: worker G2 ended at event
// Says: : after this, nobody could receive from jobs.
// Says: give jobs room for 2 or more
