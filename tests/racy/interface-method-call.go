// Calls through an interface whose dynamic type changes.
package main

import (
	"fmt"
	"sync"
)

func bad(what ...any) {
	panic(fmt.Sprint(what...))
}

type shape interface{ kind() string }
type square struct{ side int }
type circle struct {
	name string
	r    float64
}
type point int

func (square) kind() string    { return "square" }
func (c *circle) kind() string { return c.name }
func (p point) kind() string   { return [2]string{"even", "odd"}[p%2] }

var x shape = square{1}

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
	run(func(i int) { x = square{i} })
	run(func(i int) {
		if i%2 == 0 {
			x = &circle{"circle", 1}
		} else {
			x = point(i)
		}
	})
	for r := 0; r < 2; r++ {
		run(func(i int) {
			switch k := x.kind(); k {
			case "square", "circle", "even", "odd":
			default:
				bad(k)
			}
		})
	}
	wg.Wait()
	fmt.Println("ok")
}
