// An interface that holds a function or a number.
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
	run(func(i int) { x = func() int { return 42 } })
	run(func(i int) { x = 42 })
	for r := 0; r < 2; r++ {
		run(func(i int) {
			switch v := x.(type) {
			case int:
				if v != 42 && v != 1 {
					bad(v)
				}
			case func() int:
				if v() != 42 {
					bad("call")
				}
			}
		})
	}
	wg.Wait()
	fmt.Println("ok")
}
