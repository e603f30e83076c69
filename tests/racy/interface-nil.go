// An interface that is sometimes nil.
package main

import (
	"fmt"
	"sync"
)

func bad(what ...any) {
	panic(fmt.Sprint(what...))
}

var x error = fmt.Errorf("e")

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
	run(func(i int) { x = nil })
	run(func(i int) { x = fmt.Errorf("number %d", i) })
	for r := 0; r < 2; r++ {
		run(func(i int) {
			if e := x; e != nil {
				if s := e.Error(); len(s) < 1 || s[0] != 'n' && s[0] != 'e' {
					bad(s)
				}
			}
		})
	}
	wg.Wait()
	fmt.Println("ok")
}
