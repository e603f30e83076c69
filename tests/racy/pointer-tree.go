// A tree that two goroutines rotate.
package main

import (
	"fmt"
	"sync"
)

func bad(what ...any) {
	panic(fmt.Sprint(what...))
}

type tree struct {
	l, r *tree
	s    string
}

func leaf(s string) *tree { return &tree{s: s} }

var root = &tree{leaf("l"), leaf("r"), "root"}

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
	run(func(i int) { root = &tree{root.r, root.l, "root"} })
	run(func(i int) { root.l, root.r = leaf("left"), leaf("right") })
	for r := 0; r < 2; r++ {
		run(func(i int) {
			t := root
			for _, c := range []*tree{t.l, t.r} {
				switch c.s {
				case "l", "r", "left", "right":
				default:
					bad(c.s)
				}
			}
		})
	}
	wg.Wait()
	fmt.Println("ok")
}
