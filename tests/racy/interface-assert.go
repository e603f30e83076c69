// Assertions on an interface that changes.
package main

import (
	"fmt"
	"sync"
)

func bad(what ...any) {
	panic(fmt.Sprint(what...))
}

var x any = 1.5

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
	run(func(i int) { x = float64(i) })
	run(func(i int) { x = []int{i, i} })
	for r := 0; r < 2; r++ {
		run(func(i int) {
			v := x
			f, isFloat := v.(float64)
			s, isSlice := v.([]int)
			if isFloat == isSlice || isFloat && f < 0 || isSlice && s[0] != s[1] {
				bad(v)
			}
		})
	}
	wg.Wait()
	fmt.Println("ok")
}
