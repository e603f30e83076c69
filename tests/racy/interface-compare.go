// Comparing interfaces while others store them.
package main

import (
	"fmt"
	"sync"
)

func bad(what ...any) {
	panic(fmt.Sprint(what...))
}

var x, y any = 1, "a"

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
	run(func(i int) { x, y = i, i })
	run(func(i int) { x, y = "s", "s" })
	for r := 0; r < 2; r++ {
		run(func(i int) {
			if a, b := x, y; a == b {
				switch a.(type) {
				case int, string:
				default:
					bad(a)
				}
			}
		})
	}
	wg.Wait()
	fmt.Println("ok")
}
