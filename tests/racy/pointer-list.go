// A linked list whose links others move.
package main

import (
	"fmt"
	"sync"
)

func bad(what ...any) {
	panic(fmt.Sprint(what...))
}

type node struct {
	v    int
	next *node
}

var head = &node{1, nil}

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
		head = &node{i%10 + 1, head}
		if i%20 == 0 {
			head = &node{1, nil}
		}
	})
	run(func(i int) {
		if h := head; h.next != nil {
			head = h.next
		}
	})
	for r := 0; r < 2; r++ {
		run(func(i int) {
			n := 0
			for e := head; e != nil && n < 100; e = e.next {
				if e.v < 1 || e.v > 10 {
					bad(e.v)
				}
				n++
			}
		})
	}
	wg.Wait()
	fmt.Println("ok")
}
