// Trees are walked by goroutines and compared through channels, with a way to stop early.
package main

import "fmt"

type Tree struct {
	left, right *Tree
	value       int
}

func insert(t *Tree, v int) *Tree {
	if t == nil {
		return &Tree{value: v}
	}
	if v < t.value {
		t.left = insert(t.left, v)
	} else {
		t.right = insert(t.right, v)
	}
	return t
}

func walk(t *Tree, ch chan<- int, quit <-chan struct{}) bool {
	if t == nil {
		return true
	}
	if !walk(t.left, ch, quit) {
		return false
	}
	select {
	case ch <- t.value:
	case <-quit:
		return false
	}
	return walk(t.right, ch, quit)
}

func stream(t *Tree, quit <-chan struct{}) <-chan int {
	ch := make(chan int)
	go func() {
		defer close(ch)
		walk(t, ch, quit)
	}()
	return ch
}

func same(a, b *Tree) bool {
	quit := make(chan struct{})
	defer close(quit)
	x, y := stream(a, quit), stream(b, quit)
	for {
		v, ok1 := <-x
		w, ok2 := <-y
		if !ok1 || !ok2 {
			return ok1 == ok2
		}
		if v != w {
			return false
		}
	}
}

func build(step int) (t *Tree) {
	for i := 0; i < 11; i++ {
		t = insert(t, i*step%11)
	}
	return
}

func main() {
	fmt.Println(same(build(3), build(7)), same(build(3), insert(build(7), 5)), same(nil, nil), same(build(2), nil))
}

// Output:
// true false true false
