// An interface that holds an int or a string.
package main

import (
	"fmt"
	"sync"
)

func bad(what ...any) {
	panic(fmt.Sprint(what...))
}

var x any = 1

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
	run(func(i int) { x = i })
	run(func(i int) { x = "text" })
	for r := 0; r < 2; r++ {
		run(func(i int) {
			switch v := x.(type) {
			case int:
				if v < 0 || v >= rounds {
					bad(v)
				}
			case string:
				if v != "text" {
					bad(v)
				}
			default:
				bad(v)
			}
		})
	}
	wg.Wait()
	fmt.Println("ok")
}
