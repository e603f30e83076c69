// A changing string as the key of a map that nobody changes.
package main

import (
	"fmt"
	"sync"
)

func bad(what ...any) {
	panic(fmt.Sprint(what...))
}

var s = "one"
var m = map[string]int{"one": 1, "two": 2, "a long key of the map": 3}

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
	run(func(i int) { s = "two" })
	run(func(i int) { s = "a long key of the map" })
	for r := 0; r < 2; r++ {
		run(func(i int) {
			if m[s] == 0 {
				bad(s)
			}
		})
	}
	wg.Wait()
	fmt.Println("ok")
}
