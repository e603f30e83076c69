// Packed small fields that share words.
package main

import (
	"fmt"
	"sync"
)

func bad(what ...any) {
	panic(fmt.Sprint(what...))
}

type t struct {
	a int8
	b bool
	c uint16
	d rune
	e [3]byte
	f float32
}

var x t

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
	run(func(i int) { x = t{1, true, 0xffff, 'x', [3]byte{1, 1, 1}, 1.5} })
	run(func(i int) { x = t{-1, false, 0, 'y', [3]byte{2, 2, 2}, 2.5} })
	for r := 0; r < 2; r++ {
		run(func(i int) {
			y := x
			if y.a < -1 || y.a > 1 || y.d != 0 && y.d != 'x' && y.d != 'y' || y.e[2] > 2 || y.f != 0 && y.f != 1.5 && y.f != 2.5 {
				bad(y)
			}
		})
	}
	wg.Wait()
	fmt.Println("ok")
}
