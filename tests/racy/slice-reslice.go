// Reslicing what another reslices.
package main

import (
	"fmt"
	"sync"
)

func bad(what ...any) {
	panic(fmt.Sprint(what...))
}

var s = make([]int, 64)

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
	run(func(i int) { s = s[:cap(s)/2] })
	run(func(i int) { s = make([]int, 64) })
	for r := 0; r < 2; r++ {
		run(func(i int) {
			t := s
			if len(t) > cap(t) {
				bad(len(t), cap(t))
			}
			u := t[:len(t):cap(t)]
			for j := range u {
				u[j] = j
			}
		})
	}
	wg.Wait()
	fmt.Println("ok")
}
