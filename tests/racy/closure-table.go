// A table of functions that is rewritten.
package main

import (
	"fmt"
	"sync"
)

func bad(what ...any) {
	panic(fmt.Sprint(what...))
}

var table = [4]func(int) int{}

func main() {

	const rounds = 80000
	var wg sync.WaitGroup
	run := func(f func(i int)) {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := 0; i < rounds; i++ {
				f(i)
			}
		}()
	}
	run(func(i int) {
		k := i % 4
		table[k] = func(x int) int { return x * (k + 1) }
	})
	run(func(i int) {
		k := (i + 1) % 4
		b := []int{k + 1}
		table[k] = func(x int) int { return x * b[0] }
	})
	for r := 0; r < 2; r++ {
		run(func(i int) {
			k := i % 4
			if f := table[k]; f != nil && f(10) != 10*(k+1) {
				bad(k, f(10))
			}
		})
	}
	wg.Wait()
	fmt.Println("ok")
}
