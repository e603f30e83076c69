// May: fatal error: concurrent map writes
// May: fatal error: concurrent map read and map write
// May: fatal error: concurrent map iteration and map write

// Interfaces as keys and values of a map that is written.
package main

import (
	"fmt"
	"sync"
)

func bad(what ...any) {
	panic(fmt.Sprint(what...))
}

var m = map[any]any{1: "one"}

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
	run(func(i int) { m[i%20] = fmt.Sprint(i) })
	run(func(i int) { m[fmt.Sprint(i%20)] = i })
	for r := 0; r < 2; r++ {
		run(func(i int) {
			switch v := m[i%20].(type) {
			case nil, string, int:
			default:
				bad(v)
			}
		})
	}
	wg.Wait()
	fmt.Println("ok")
}
