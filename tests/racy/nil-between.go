// A pointer that becomes nil between check and use.
package main

import (
	"fmt"
	"sync"
)

func bad(what ...any) {
	panic(fmt.Sprint(what...))
}

type t struct {
	pad [10]int
	s   string
}

var p = &t{s: "set"}

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
	run(func(i int) { p = nil })
	run(func(i int) { p = &t{s: "set"} })
	for r := 0; r < 2; r++ {
		run(func(i int) {
			func() {
				defer func() {
					if r := recover(); r != nil && fmt.Sprint(r) != "runtime error: invalid memory address or nil pointer dereference" {
						panic(r)
					}
				}()
				if p != nil {
					if s := p.s; s != "set" {
						bad(s)
					}
				}
			}()
		})
	}
	wg.Wait()
	fmt.Println("ok")
}
