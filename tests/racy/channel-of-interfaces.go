// Interfaces that change on their way into a channel.
package main

import (
	"fmt"
	"sync"
)

func bad(what ...any) {
	panic(fmt.Sprint(what...))
}

var x any = 0
var c = make(chan any, 8)

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
	run(func(i int) { x = i })
	run(func(i int) { x = "text" })
	for r := 0; r < 2; r++ {
		run(func(i int) {
			select {
			case c <- x:
			case v := <-c:
				switch v.(type) {
				case int, string:
				default:
					bad(v)
				}
			}
		})
	}
	wg.Wait()
	fmt.Println("ok")
}
