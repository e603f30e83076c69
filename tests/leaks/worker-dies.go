// SPDX-License-Identifier: MIT

// The worker returns on the first bad job: the others find nobody.
package main

import "time"

func worker(jobs <-chan int, results chan<- int) {
	for n := range jobs {
		if n == 2 {
			return
		}
		results <- n
	}
}

func start() {
	jobs, results := make(chan int), make(chan int)
	go worker(jobs, results)
	go func() {
		for i := 0; i < 5; i++ {
			jobs <- i // leaks: chan send
		}
		close(jobs)
	}()
	go func() {
		for range results { // leaks: chan receive
		}
	}()
}

func main() {
	start()
	time.Sleep(60 * time.Millisecond)
	println("end") // while running
}
