// Formatting values that others change.
package main

import (
	"fmt"
	"sync"
)

func bad(what ...any) {
	panic(fmt.Sprint(what...))
}

type t struct {
	s  string
	xs []any
	e  error
}

func (v *t) String() string { return fmt.Sprint(v.s, len(v.xs), v.e) }

var x = &t{s: "a"}

func main() {

	const rounds = 6000
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
	run(func(i int) { x.s, x.xs, x.e = "a", []any{1, "b"}, nil })
	run(func(i int) { x.s, x.xs, x.e = "longer", nil, fmt.Errorf("e") })
	for r := 0; r < 2; r++ {
		run(func(i int) {
			if s := fmt.Sprintf("%v|%+v", x, *x); len(s) < 5 {
				bad(s)
			}
		})
	}
	wg.Wait()
	fmt.Println("ok")
}
