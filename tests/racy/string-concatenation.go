// Concatenating a string that changes.
package main

import (
	"fmt"
	"strings"
	"sync"
)

func bad(what ...any) {
	panic(fmt.Sprint(what...))
}

var s = "x"

func main() {

	const rounds = 32000
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
	run(func(i int) { s = "x" })
	run(func(i int) { s = strings.Repeat("x", i%50) })
	for r := 0; r < 2; r++ {
		run(func(i int) {
			t := s + s
			if strings.Trim(t, "x") != "" {
				bad(t)
			}
		})
	}
	wg.Wait()
	fmt.Println("ok")
}
