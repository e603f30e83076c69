// A function that is sometimes nil.
package main

import (
	"fmt"
	"sync"
)

func bad(what ...any) {
	panic(fmt.Sprint(what...))
}

var f func(int) int

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
	run(func(i int) { f = nil })
	run(func(i int) { f = func(x int) int { return x + i - i } })
	for r := 0; r < 2; r++ {
		run(func(i int) {
			if g := f; g != nil && g(5) != 5 {
				bad("result")
			}
		})
	}
	wg.Wait()
	fmt.Println("ok")
}
