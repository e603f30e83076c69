// Two goroutines append to one slice.
package main

import (
	"fmt"
	"sync"
)

func bad(what ...any) {
	panic(fmt.Sprint(what...))
}

var s []int

func main() {

	const rounds = 12000
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
		s = append(s, 1)
		if len(s) > 1000 {
			s = nil
		}
	})
	run(func(i int) { s = append(s, 2) })
	for r := 0; r < 1; r++ {
		run(func(i int) {
			t := s
			if len(t) > cap(t) {
				bad(len(t), cap(t))
			}
			for _, v := range t {
				if v != 0 && v != 1 && v != 2 {
					bad(v)
				}
			}
		})
	}
	wg.Wait()
	fmt.Println("ok")
}
