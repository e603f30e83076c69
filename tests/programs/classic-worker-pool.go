package main

import (
	"fmt"
	"sort"
	"sync"
)

type job struct{ id, n int }
type result struct {
	job
	sum    int
	worker int
}

func digits(n int) (s int) {
	for ; n > 0; n /= 10 {
		s += n % 10
	}
	return
}

func main() {
	jobs := make(chan job, 10)
	results := make(chan result, 10)
	var wg sync.WaitGroup
	for w := 0; w < 4; w++ {
		wg.Add(1)
		go func(w int) {
			defer wg.Done()
			for j := range jobs {
				results <- result{j, digits(j.n), w}
			}
		}(w)
	}
	go func() {
		for i := 0; i < 100; i++ {
			jobs <- job{i, i * 7919}
		}
		close(jobs)
	}()
	go func() { wg.Wait(); close(results) }()
	var all []result
	for r := range results {
		if r.worker < 0 || r.worker > 3 {
			panic("worker")
		}
		all = append(all, r)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].id < all[j].id })
	for _, r := range all[:10] {
		fmt.Println(r.id, r.n, r.sum)
	}
	t := 0
	for i, r := range all {
		if r.id != i {
			panic("lost or doubled")
		}
		t += r.sum
	}
	fmt.Println(len(all), t)
}

// Output:
// 0 0 0
// 1 7919 26
// 2 15838 25
// 3 23757 24
// 4 31676 23
// 5 39595 31
// 6 47514 21
// 7 55433 20
// 8 63352 19
// 9 71271 18
// 100 2565
