// Structs in an array, copied whole.
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
}

var xs [3]t

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
	run(func(i int) { xs = [3]t{{"a", 1}, {"a", 1}, {"a", 1}} })
	run(func(i int) { xs[i%3] = t{"bbbbbbbb", "str"} })
	for r := 0; r < 2; r++ {
		run(func(i int) {
			ys := xs
			for _, y := range ys {
				if y.s != "" && y.s != "a" && y.s != "bbbbbbbb" {
					bad(y.s)
				}
				switch y.i.(type) {
				case nil, int, string:
				default:
					bad(y.i)
				}
			}
		})
	}
	wg.Wait()
	fmt.Println("ok")
}
