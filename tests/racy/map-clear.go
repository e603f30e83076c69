// May: fatal error: concurrent map writes
// May: fatal error: concurrent map read and map write
// May: fatal error: concurrent map iteration and map write

// Clearing by deleting while others insert.
package main

import (
	"fmt"
	"sync"
)

func bad(what ...any) {
	panic(fmt.Sprint(what...))
}

var m = map[[2]int][2]string{}

func main() {

	const rounds = 3200
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
	run(func(i int) { m[[2]int{i % 30, i}] = [2]string{"p", "q"} })
	run(func(i int) {
		for k := range m {
			delete(m, k)
		}
	})
	for r := 0; r < 2; r++ {
		run(func(i int) {
			for k, v := range m {
				if v != [2]string{"p", "q"} {
					bad(k, v)
				}
				break
			}
		})
	}
	wg.Wait()
	fmt.Println("ok")
}
