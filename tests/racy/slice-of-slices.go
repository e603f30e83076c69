// Rows that are replaced while others read them.
package main

import (
	"fmt"
	"sync"
)

func bad(what ...any) {
	panic(fmt.Sprint(what...))
}

var m = [][]int{{1}, {2, 2}, {3, 3, 3}}

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
	run(func(i int) { m[i%3] = []int{1} })
	run(func(i int) { m[i%3] = []int{4, 4, 4, 4} })
	for r := 0; r < 2; r++ {
		run(func(i int) {
			row := m[i%3]
			for _, v := range row {
				if v < 1 || v > 4 {
					bad(v)
				}
			}
		})
	}
	wg.Wait()
	fmt.Println("ok")
}
