// Ranging over a string that changes.
package main

import (
	"fmt"
	"sync"
)

func bad(what ...any) {
	panic(fmt.Sprint(what...))
}

var s = "héllo"

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
	run(func(i int) { s = "世界世界" })
	run(func(i int) { s = "é" })
	for r := 0; r < 2; r++ {
		run(func(i int) {
			for j, r := range s {
				if r != 'é' && r != '世' && r != '界' && (j == 0 && r != 'h') {
					bad(j, r)
				}
			}
		})
	}
	wg.Wait()
	fmt.Println("ok")
}
