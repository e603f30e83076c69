// Observers with handles that unsubscribe while an event is told.
package main

import (
	"fmt"
	"sort"
)

type subject[E any] struct {
	next  int
	heard map[int]func(E)
}

func (s *subject[E]) on(f func(E)) (off func()) {
	if s.heard == nil {
		s.heard = make(map[int]func(E))
	}
	id := s.next
	s.next++
	s.heard[id] = f
	return func() { delete(s.heard, id) }
}

func (s *subject[E]) tell(e E) {
	var ids []int
	for id := range s.heard {
		ids = append(ids, id)
	}
	sort.Ints(ids)
	for _, id := range ids {
		if f, ok := s.heard[id]; ok {
			f(e)
		}
	}
}

func main() {
	var s subject[string]
	var offB func()
	s.on(func(e string) {
		fmt.Println("a", e)
		if e == "two" {
			offB()
		}
	})
	offB = s.on(func(e string) { fmt.Println("b", e) })
	var offC func()
	offC = s.on(func(e string) { fmt.Println("c", e); offC() })
	for _, e := range []string{"one", "two", "three"} {
		s.tell(e)
	}
	fmt.Println(len(s.heard))
}

// Output:
// a one
// b one
// c one
// a two
// a three
// 1
