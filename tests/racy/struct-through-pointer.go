// A struct written through two pointers.
package main

import (
	"fmt"
	"sync"
)

func bad(what ...any) {
	panic(fmt.Sprint(what...))
}

type in struct {
	name string
	f    func() int
	m    any
}
type t struct {
	in
	next *t
}

func one() int { return 1 }
func two() int { return 2 }

var x = &t{in{"one", one, 1}, nil}

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
	run(func(i int) { *x = t{in{"one", one, 1}, nil} })
	run(func(i int) { *x = t{in{"two longer", two, "two"}, x} })
	for r := 0; r < 2; r++ {
		run(func(i int) {
			y := *x
			if y.name != "one" && y.name != "two longer" || y.f() != 1 && y.f() != 2 {
				bad(y.name)
			}
			switch m := y.m.(type) {
			case int:
				if m != 1 {
					bad(m)
				}
			case string:
				if m != "two" {
					bad(m)
				}
			default:
				bad(m)
			}
		})
	}
	wg.Wait()
	fmt.Println("ok")
}
