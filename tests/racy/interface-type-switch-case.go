// Type switches over many dynamic types.
package main

import (
	"fmt"
	"sync"
)

func bad(what ...any) {
	panic(fmt.Sprint(what...))
}

type a struct{}
type b struct{ s string }
type c struct{ p *int }

func (a) m() int { return 1 }
func (b) m() int { return 2 }
func (c) m() int { return 3 }

var x interface{ m() int } = a{}

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
		switch i % 3 {
		case 0:
			x = a{}
		case 1:
			x = b{"text"}
		case 2:
			x = c{new(int)}
		}
	})
	run(func(i int) { x = &b{"pointer"} })
	for r := 0; r < 2; r++ {
		run(func(i int) {
			switch v := x.(type) {
			case a:
				if v.m() != 1 {
					bad(v)
				}
			case b:
				if v.s != "text" {
					bad(v.s)
				}
			case c:
				*v.p = 1
			case *b:
				if v.s != "pointer" {
					bad(v.s)
				}
			default:
				bad("type")
			}
		})
	}
	wg.Wait()
	fmt.Println("ok")
}
