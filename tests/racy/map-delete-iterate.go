// May: fatal error: concurrent map writes
// May: fatal error: concurrent map read and map write
// May: fatal error: concurrent map iteration and map write

// Ranging over a map that others change.
package main

import (
	"fmt"
	"sync"
)

func bad(what ...any) {
	panic(fmt.Sprint(what...))
}

var m = map[int]string{1: "one", 2: "two"}

func main() {

	const rounds = 8000
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
	run(func(i int) { m[i%50] = "x" })
	run(func(i int) { delete(m, i%50) })
	for r := 0; r < 2; r++ {
		run(func(i int) {
			for k, v := range m {
				if k < 0 || k >= 50 || v == "" {
					bad(k, v)
				}
			}
		})
	}
	wg.Wait()
	fmt.Println("ok")
}
