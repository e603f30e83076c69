// Comparing changing strings.
package main

import (
	"fmt"
	"sync"
)

func bad(what ...any) {
	panic(fmt.Sprint(what...))
}

var s, t = "aaa", "bbb"

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
	run(func(i int) { s, t = "aaaa", "b" })
	run(func(i int) { s, t = "a", "bbbbbbbb" })
	for r := 0; r < 2; r++ {
		run(func(i int) {
			if s > t || s == t {
				bad("order")
			}
		})
	}
	wg.Wait()
	fmt.Println("ok")
}
