// A slice variable that changes between slices of different lengths.
package main

import (
	"fmt"
	"sync"
)

func bad(what ...any) {
	panic(fmt.Sprint(what...))
}

var s = []int{0}

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
	run(func(i int) { s = make([]int, 1) })
	run(func(i int) { s = make([]int, 100) })
	for r := 0; r < 2; r++ {
		run(func(i int) {
			t := s
			if len(t) != 1 && len(t) != 100 || cap(t) != len(t) {
				bad(len(t), cap(t))
			}
			t[len(t)-1]++
			for range t {
			}
		})
	}
	wg.Wait()
	fmt.Println("ok")
}
