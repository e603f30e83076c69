// A struct of several words: each field is one that was written.
package main

import (
	"fmt"
	"sync"
)

func bad(what ...any) {
	panic(fmt.Sprint(what...))
}

type t struct {
	a int
	s string
	b []int
	e error
}

var x t
var err = fmt.Errorf("an error")

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
	run(func(i int) { x = t{i, "short", []int{1}, nil} })
	run(func(i int) { x = t{-i, "a longer string", []int{1, 2, 3, 4}, err} })
	for r := 0; r < 2; r++ {
		run(func(i int) {
			y := x
			if y.s != "" && y.s != "short" && y.s != "a longer string" || len(y.b) > 0 && y.b[len(y.b)-1] != len(y.b) {
				bad(y)
			}
			if y.e != nil && y.e.Error() != "an error" {
				bad(y.e)
			}
		})
	}
	wg.Wait()
	fmt.Println("ok")
}
