// Closures over the same captured variables.
package main

import (
	"fmt"
	"sync"
)

func bad(what ...any) {
	panic(fmt.Sprint(what...))
}

func main() {
	var text string
	var number int
	set := func(i int, s string) { number, text = i, s }
	get := func() string {
		_ = number
		return text
	}
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
	run(func(i int) { set(i, "a") })
	run(func(i int) { set(i, "a longer one") })
	for r := 0; r < 2; r++ {
		run(func(i int) {
			if s := get(); s != "" && s != "a" && s != "a longer one" {
				bad(s)
			}
		})
	}
	wg.Wait()
	fmt.Println("ok")
}
