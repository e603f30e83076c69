// A channel variable that changes.
package main

import (
	"fmt"
	"sync"
)

func bad(what ...any) {
	panic(fmt.Sprint(what...))
}

var c = make(chan string, 1)

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
	run(func(i int) { c = make(chan string, 1) })
	run(func(i int) {
		select {
		case c <- "value":
		default:
		}
	})
	for r := 0; r < 2; r++ {
		run(func(i int) {
			select {
			case s := <-c:
				if s != "value" {
					bad(s)
				}
			default:
			}
		})
	}
	wg.Wait()
	fmt.Println("ok")
}
