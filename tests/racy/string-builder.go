// Two goroutines write one strings.Builder.
package main

import (
	"fmt"
	"strings"
	"sync"
)

func bad(what ...any) {
	panic(fmt.Sprint(what...))
}

var b strings.Builder

func main() {

	const rounds = 6000
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
	run(func(i int) { b.WriteString("x") })
	run(func(i int) {
		b.WriteByte('x')
		if i%500 == 0 {
			b.Reset()
		}
	})
	for r := 0; r < 1; r++ {
		run(func(i int) {
			if t := b.String(); strings.Trim(t, "x\x00") != "" {
				bad(t)
			}
		})
	}
	wg.Wait()
	fmt.Println("ok")
}
