// Double-checked locking without atomics.
package main

import (
	"fmt"
	"sync"
)

func bad(what ...any) {
	panic(fmt.Sprint(what...))
}

type config struct {
	name string
	m    map[string]int
}

var c *config
var mu sync.Mutex

func get() *config {
	if c == nil {
		mu.Lock()
		defer mu.Unlock()
		if c == nil {
			c = &config{"config", map[string]int{"a": 1}}
		}
	}
	return c
}

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
	run(func(i int) {
		if g := get(); g != nil && g.name != "config" {
			bad(g.name)
		}
	})
	run(func(i int) { c = nil })
	for r := 0; r < 2; r++ {
		run(func(i int) {
			if g := get(); g != nil && g.m["a"] != 1 {
				bad(g.m)
			}
		})
	}
	wg.Wait()
	fmt.Println("ok")
}
