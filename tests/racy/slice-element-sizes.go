// Slices of strings, long and short.
package main

import (
	"fmt"
	"sync"
)

func bad(what ...any) {
	panic(fmt.Sprint(what...))
}

var s = []string{"x"}

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
	run(func(i int) { s = []string{"one"} })
	run(func(i int) { s = []string{"a", "b", "c", "d", "e", "f", "g", "h"} })
	for r := 0; r < 2; r++ {
		run(func(i int) {
			t := s
			for j, e := range t {
				if len(t) == 8 && e != string(rune('a'+j)) || len(t) == 1 && e != "one" && e != "x" {
					bad(j, e)
				}
			}
		})
	}
	wg.Wait()
	fmt.Println("ok")
}
