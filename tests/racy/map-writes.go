// May: fatal error: concurrent map writes
// May: fatal error: concurrent map read and map write
// May: fatal error: concurrent map iteration and map write

// Two goroutines write a map.
package main

import (
	"fmt"
	"sync"
)

func bad(what ...any) {
	panic(fmt.Sprint(what...))
}

var m = map[int]int{}

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
	run(func(i int) { m[i%100] = i })
	run(func(i int) { m[i%77] = -i })
	for r := 0; r < 2; r++ {
		run(func(i int) {
			_ = len(m)
		})
	}
	wg.Wait()
	fmt.Println("ok")
}
