// Method values of different receivers.
package main

import (
	"fmt"
	"sync"
)

func bad(what ...any) {
	panic(fmt.Sprint(what...))
}

type small int
type large struct {
	s [4]string
	n int
}

func (s small) name() string   { return "small" }
func (l large) name() string   { return l.s[3] }
func (l *large) other() string { return l.s[0] }

var f = small(1).name

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
	run(func(i int) { f = small(i).name })
	run(func(i int) {
		if i%2 == 0 {
			f = large{[4]string{3: "large"}, i}.name
		} else {
			f = (&large{[4]string{"other"}, i}).other
		}
	})
	for r := 0; r < 2; r++ {
		run(func(i int) {
			switch s := f(); s {
			case "small", "large", "other":
			default:
				bad(s)
			}
		})
	}
	wg.Wait()
	fmt.Println("ok")
}
