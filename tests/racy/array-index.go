// An index that changes between check and use.
package main

import (
	"fmt"
	"strings"
	"sync"
)

func bad(what ...any) {
	panic(fmt.Sprint(what...))
}

var n int
var a [4]string = [4]string{"a", "b", "c", "d"}

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
	run(func(i int) { n = 3 })
	run(func(i int) { n = 1000 })
	for r := 0; r < 2; r++ {
		run(func(i int) {
			func() {
				defer func() {
					if r := recover(); r != nil && !strings.Contains(fmt.Sprint(r), "index out of range [1000] with length 4") {
						panic(r)
					}
				}()
				if n < len(a) {
					if s := a[n]; s != "d" && s != "a" {
						bad(s)
					}
				}
			}()
		})
	}
	wg.Wait()
	fmt.Println("ok")
}
