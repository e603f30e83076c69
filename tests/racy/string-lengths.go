// A string that changes between lengths.
package main

import (
	"fmt"
	"sync"
)

func bad(what ...any) {
	panic(fmt.Sprint(what...))
}

var s = "a"

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
	run(func(i int) { s = "a" })
	run(func(i int) { s = "a much longer string than the other one" })
	for r := 0; r < 2; r++ {
		run(func(i int) {
			t := s
			if t != "a" && t != "a much longer string than the other one" {
				bad(t)
			}
		})
	}
	wg.Wait()
	fmt.Println("ok")
}
