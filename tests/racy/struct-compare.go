// Comparing structs that change.
package main

import (
	"fmt"
	"sync"
)

func bad(what ...any) {
	panic(fmt.Sprint(what...))
}

type t struct {
	s string
	i any
	f float64
}

var x, y t

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
		x = t{"a", 1, 1}
		y = x
	})
	run(func(i int) {
		y = t{"bb", "two", 2}
		x = y
	})
	for r := 0; r < 2; r++ {
		run(func(i int) {
			if x == y && x.s == "never" {
				bad("equal")
			}
		})
	}
	wg.Wait()
	fmt.Println("ok")
}
