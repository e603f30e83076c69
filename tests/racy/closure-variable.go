// A function variable that changes between closures.
package main

import (
	"fmt"
	"sync"
)

func bad(what ...any) {
	panic(fmt.Sprint(what...))
}

var f = func() int { return 1 }

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
		n := i
		f = func() int { return n }
	})
	run(func(i int) {
		s := "captured"
		f = func() int { return len(s) }
	})
	for r := 0; r < 2; r++ {
		run(func(i int) {
			if v := f(); v < 0 || v >= rounds {
				bad(v)
			}
		})
	}
	wg.Wait()
	fmt.Println("ok")
}
