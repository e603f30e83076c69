// Large arrays copied while they change.
package main

import (
	"fmt"
	"sync"
)

func bad(what ...any) {
	panic(fmt.Sprint(what...))
}

var a [64]string

func main() {

	const rounds = 16000
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
	run(func(i int) { a[i%64] = "one" })
	run(func(i int) { a[i%64] = "two two two" })
	for r := 0; r < 2; r++ {
		run(func(i int) {
			b := a
			for _, s := range b {
				if s != "" && s != "one" && s != "two two two" {
					bad(s)
				}
			}
		})
	}
	wg.Wait()
	fmt.Println("ok")
}
