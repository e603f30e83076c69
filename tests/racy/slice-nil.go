// A slice that is sometimes nil.
package main

import (
	"fmt"
	"sync"
)

func bad(what ...any) {
	panic(fmt.Sprint(what...))
}

var s []byte

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
	run(func(i int) { s = nil })
	run(func(i int) { s = []byte("0123456789") })
	for r := 0; r < 2; r++ {
		run(func(i int) {
			t := s
			if t != nil && string(t) != "0123456789" {
				bad(string(t))
			}
		})
	}
	wg.Wait()
	fmt.Println("ok")
}
