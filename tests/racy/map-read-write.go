// May: fatal error: concurrent map writes
// May: fatal error: concurrent map read and map write
// May: fatal error: concurrent map iteration and map write

// Reading a map while it grows.
package main

import (
	"fmt"
	"sync"
)

func bad(what ...any) {
	panic(fmt.Sprint(what...))
}

var m = map[string]int{"a": 1}

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
	run(func(i int) { m[fmt.Sprint(i)] = i })
	run(func(i int) { _ = m["a"] })
	for r := 0; r < 2; r++ {
		run(func(i int) {
			if v, ok := m["a"]; !ok || v != 1 {
				bad(v, ok)
			}
		})
	}
	wg.Wait()
	fmt.Println("ok")
}
