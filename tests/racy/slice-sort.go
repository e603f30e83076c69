// Sorting a slice that two goroutines write.
package main

import (
	"fmt"
	"sort"
	"sync"
)

func bad(what ...any) {
	panic(fmt.Sprint(what...))
}

var s = []int{5, 4, 3, 2, 1, 9, 8, 7}

func main() {

	const rounds = 12000
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
	run(func(i int) { sort.Ints(s) })
	run(func(i int) { s[i%8] = i % 10 })
	for r := 0; r < 2; r++ {
		run(func(i int) {
			for _, v := range s {
				if v < 0 || v > 9 {
					bad(v)
				}
			}
		})
	}
	wg.Wait()
	fmt.Println("ok")
}
