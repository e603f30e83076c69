package main

import (
	"fmt"
	"sync"
)

func isPrime(n int) bool {
	if n < 2 {
		return false
	}
	for d := 2; d*d <= n; d++ {
		if n%d == 0 {
			return false
		}
	}
	return true
}

func main() {
	const max = 5000
	var wg sync.WaitGroup
	counts := make([]int, 5)
	for w := range counts {
		wg.Add(1)
		go func(w int) {
			defer wg.Done()
			for n := w; n < max; n += len(counts) {
				if isPrime(n) {
					counts[w]++
				}
			}
		}(w)
	}
	wg.Wait()
	t := 0
	for _, c := range counts {
		t += c
	}
	fmt.Println(counts, t)
	// unordered work, ordered result: each job carries a channel for its own answer
	type job struct {
		n   int
		ans chan bool
	}
	jobs, order := make(chan job), make(chan job, 20)
	for w := 0; w < 3; w++ {
		go func() {
			for j := range jobs {
				j.ans <- isPrime(j.n)
			}
		}()
	}
	go func() {
		defer close(order)
		defer close(jobs)
		for n := 0; n < 30; n++ {
			j := job{n, make(chan bool, 1)}
			jobs <- j
			order <- j
		}
	}()
	for j := range order {
		if <-j.ans {
			fmt.Print(j.n, " ")
		}
	}
	fmt.Println()
}

// Output:
// [1 163 170 172 163] 669
// 2 3 5 7 11 13 17 19 23 29
