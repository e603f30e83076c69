// An interface that holds arrays of different sizes.
package main

import (
	"fmt"
	"sync"
)

func bad(what ...any) {
	panic(fmt.Sprint(what...))
}

var x any = [1]int{1}

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
	run(func(i int) { x = [8]int{i, i, i, i, i, i, i, i} })
	run(func(i int) { x = [2]string{"a", "b"} })
	for r := 0; r < 2; r++ {
		run(func(i int) {
			switch v := x.(type) {
			case [8]int:
				for _, e := range v {
					if e != v[0] {
						bad(v)
					}
				}
			case [2]string:
				if v[0]+v[1] != "ab" {
					bad(v)
				}
			case [1]int:
			default:
				bad(v)
			}
		})
	}
	wg.Wait()
	fmt.Println("ok")
}
