// A struct in a map that two goroutines replace.
package main

import (
	"fmt"
	"sync"
)

func bad(what ...any) {
	panic(fmt.Sprint(what...))
}

type pair struct {
	a, b int
	s    string
}

var m = map[int]*pair{0: {1, 1, "x"}}

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
	run(func(i int) { *m[0] = pair{i, i, "x"} })
	run(func(i int) { m[0].s = "longer" })
	for r := 0; r < 2; r++ {
		run(func(i int) {
			if s := m[0].s; s != "x" && s != "longer" {
				bad(s)
			}
		})
	}
	wg.Wait()
	fmt.Println("ok")
}
