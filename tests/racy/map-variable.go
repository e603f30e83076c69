// A map variable that changes between maps nobody writes.
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
	run(func(i int) { m = map[string]int{"a": 1} })
	run(func(i int) { m = map[string]int{"a": 1, "b": 2, "c": 3} })
	for r := 0; r < 2; r++ {
		run(func(i int) {
			if n := m; n["a"] != 1 || len(n) != 1 && len(n) != 3 {
				bad(len(n))
			}
		})
	}
	wg.Wait()
	fmt.Println("ok")
}
