// Converting strings and bytes that change.
package main

import (
	"fmt"
	"sync"
)

func bad(what ...any) {
	panic(fmt.Sprint(what...))
}

var b = []byte("abc")
var s string = "abc"

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
	run(func(i int) { b = []byte(s) })
	run(func(i int) {
		s = string(b)
		if i%100 == 0 {
			s = "abcdef"
		}
	})
	for r := 0; r < 2; r++ {
		run(func(i int) {
			if t := s; t != "abc" && t != "abcdef" {
				bad(t)
			}
		})
	}
	wg.Wait()
	fmt.Println("ok")
}
