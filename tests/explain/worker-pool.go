// SPDX-License-Identifier: MIT

package main

import "fmt"

func worker(jobs <-chan int, results chan<- int) {
	for n := range jobs {
		results <- n * n
	}
}

func main() {
	jobs := make(chan int, 4)
	results := make(chan int)
	for w := 0; w < 3; w++ {
		go worker(jobs, results)
	}
	for n := 1; n <= 20; n++ {
		jobs <- n
	}
	for i := 0; i < 20; i++ {
		fmt.Println(<-results)
	}
}

// Says: cause: cycle of waits
// Says: main waits to send 8 on jobs (line 20).
// Says: wait to send on results (line 9), which only main receives from (line 23).
// Says: from here on, none of them could continue.
// Says: let main send on jobs from a goroutine of its own
// Says: give jobs room for 17 or more (instead of 4)
// Says: give results room for 13 or more
