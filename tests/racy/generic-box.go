// A generic box of several types.
package main

import (
	"fmt"
	"sync"
)

func bad(what ...any) {
	panic(fmt.Sprint(what...))
}

type box[T any] struct {
	v  T
	ok bool
}

func (b *box[T]) set(v T) { b.v, b.ok = v, true }
func (b *box[T]) get() T  { return b.v }

var s box[string]
var x box[any]
var f box[func() string]

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
	run(func(i int) {
		s.set("short")
		x.set(i)
		f.set(func() string { return "f" })
	})
	run(func(i int) {
		s.set("a longer string")
		x.set("text")
		t := "g"
		f.set(func() string { return t + t })
	})
	for r := 0; r < 2; r++ {
		run(func(i int) {
			if t := s.get(); t != "" && t != "short" && t != "a longer string" {
				bad(t)
			}
			switch v := x.get().(type) {
			case nil, int:
			case string:
				if v != "text" {
					bad(v)
				}
			default:
				bad(v)
			}
			if g := f.get(); g != nil && g() != "f" && g() != "gg" {
				bad(g())
			}
		})
	}
	wg.Wait()
	fmt.Println("ok")
}
