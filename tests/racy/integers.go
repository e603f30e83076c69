// Integers and floats of all sizes.
package main

import (
	"fmt"
	"sync"
)

func bad(what ...any) {
	panic(fmt.Sprint(what...))
}

var a int64
var b uint8
var c float64
var d complex128
var e [2]int32

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
	run(func(i int) { a, b, c, d, e[0] = -1, 255, 1.5, 1+1i, -1 })
	run(func(i int) { a, b, c, d, e[1] = 1<<40, 0, -2.5, 2+2i, 1<<30 })
	for r := 0; r < 2; r++ {
		run(func(i int) {
			if a, b, c := a, b, c; a != 0 && a != -1 && a != 1<<40 || b != 0 && b != 255 || c != 0 && c != 1.5 && c != -2.5 {
				bad(a, b, c)
			}
			if z := d; real(z) < 0 || real(z) > 2 || imag(z) < 0 || imag(z) > 2 {
				bad(z)
			}
		})
	}
	wg.Wait()
	fmt.Println("ok")
}
