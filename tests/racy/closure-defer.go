// Deferred calls of a function variable that changes.
package main

import (
	"fmt"
	"sync"
)

func bad(what ...any) {
	panic(fmt.Sprint(what...))
}

var f = func(p *int) { *p = 1 }
var g = func(p *int) { *p = 1 }

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
	run(func(i int) {
		k := i%3 + 1
		f = func(p *int) { *p = k }
	})
	run(func(i int) { f = g })
	for r := 0; r < 2; r++ {
		run(func(i int) {
			n := 0
			func() { defer f(&n) }()
			if n < 1 || n > 3 {
				bad(n)
			}
		})
	}
	wg.Wait()
	fmt.Println("ok")
}
