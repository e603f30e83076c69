// Copying from a slice that changes.
package main

import (
	"fmt"
	"sync"
)

func bad(what ...any) {
	panic(fmt.Sprint(what...))
}

var s = []int{1, 2, 3}

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
	run(func(i int) { s = []int{1, 2, 3} })
	run(func(i int) { s = []int{1, 2, 3, 4, 5, 6, 7, 8} })
	for r := 0; r < 2; r++ {
		run(func(i int) {
			var to [16]int
			n := copy(to[:], s)
			for j := 0; j < n; j++ {
				if to[j] != j+1 {
					bad(to)
				}
			}
			if n != 3 && n != 8 {
				bad(n)
			}
		})
	}
	wg.Wait()
	fmt.Println("ok")
}
