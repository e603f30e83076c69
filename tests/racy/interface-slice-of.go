// Interfaces inside a slice.
package main

import (
	"fmt"
	"sync"
)

func bad(what ...any) {
	panic(fmt.Sprint(what...))
}

var xs = []any{1, "a", nil, 2.5}

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
	run(func(i int) { xs[i%4] = i })
	run(func(i int) { xs[i%4] = "word" })
	for r := 0; r < 2; r++ {
		run(func(i int) {
			switch v := xs[i%4].(type) {
			case int:
				if v < 0 {
					bad(v)
				}
			case string:
				if v != "word" && v != "a" {
					bad(v)
				}
			case nil, float64:
			default:
				bad(v)
			}
		})
	}
	wg.Wait()
	fmt.Println("ok")
}
