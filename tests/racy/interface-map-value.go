// An interface that holds maps and channels.
package main

import (
	"fmt"
	"sync"
)

func bad(what ...any) {
	panic(fmt.Sprint(what...))
}

var x any

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
	run(func(i int) { x = map[int]int{1: i} })
	run(func(i int) { x = make(chan int, i%10+1) })
	for r := 0; r < 2; r++ {
		run(func(i int) {
			switch v := x.(type) {
			case map[int]int:
				if len(v) != 1 {
					bad(len(v))
				}
			case chan int:
				if cap(v) < 1 || cap(v) > 10 {
					bad(cap(v))
				}
			case nil:
			default:
				bad(v)
			}
		})
	}
	wg.Wait()
	fmt.Println("ok")
}
