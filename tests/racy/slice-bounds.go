// Indexing with a length read before.
package main

import (
	"fmt"
	"sync"
)

func bad(what ...any) {
	panic(fmt.Sprint(what...))
}

var s = make([]int, 10)

func main() {

	const rounds = 20000
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
	run(func(i int) { s = make([]int, 2) })
	run(func(i int) { s = make([]int, 10) })
	for r := 0; r < 2; r++ {
		run(func(i int) {
			func() {
				defer func() { recover() }()
				s[len(s)-1] = i
				_ = s[9]
			}()
		})
	}
	wg.Wait()
	fmt.Println("ok")
}
