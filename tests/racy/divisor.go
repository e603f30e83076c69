// A divisor that changes between check and use.
package main

import (
	"fmt"
	"sync"
)

func bad(what ...any) {
	panic(fmt.Sprint(what...))
}

var d = 1

func main() {

	const rounds = 32000
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
	run(func(i int) { d = 0 })
	run(func(i int) { d = 7 })
	for r := 0; r < 2; r++ {
		run(func(i int) {
			func() {
				defer func() {
					if r := recover(); r != nil && fmt.Sprint(r) != "runtime error: integer divide by zero" {
						panic(r)
					}
				}()
				if d != 0 {
					_ = 100 / d
				}
			}()
		})
	}
	wg.Wait()
	fmt.Println("ok")
}
