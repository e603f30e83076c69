// An interface that holds a pointer or a large struct.
package main

import (
	"fmt"
	"sync"
)

func bad(what ...any) {
	panic(fmt.Sprint(what...))
}

type big struct{ a, b, c, d int }
type small struct{ n int }

var x any = &small{7}

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
	run(func(i int) { x = &small{7} })
	run(func(i int) { x = big{i, i + 1, i + 2, i + 3} })
	for r := 0; r < 2; r++ {
		run(func(i int) {
			switch v := x.(type) {
			case *small:
				if v.n != 7 {
					bad(v.n)
				}
			case big:
				if v.b != v.a+1 || v.d != v.a+3 {
					bad(v)
				}
			default:
				bad(v)
			}
		})
	}
	wg.Wait()
	fmt.Println("ok")
}
