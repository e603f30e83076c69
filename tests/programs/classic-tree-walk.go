package main

import "fmt"

type Tree struct {
	Left, Right *Tree
	Value       int
}

func insert(t *Tree, v int) *Tree {
	if t == nil {
		return &Tree{nil, nil, v}
	}
	if v < t.Value {
		t.Left = insert(t.Left, v)
	} else {
		t.Right = insert(t.Right, v)
	}
	return t
}

func New(k int, order []int) (t *Tree) {
	for _, v := range order {
		t = insert(t, k*v)
	}
	return
}

func Walk(t *Tree, ch chan<- int, quit <-chan bool) bool {
	if t == nil {
		return true
	}
	if !Walk(t.Left, ch, quit) {
		return false
	}
	select {
	case ch <- t.Value:
	case <-quit:
		return false
	}
	return Walk(t.Right, ch, quit)
}

func walker(t *Tree, quit <-chan bool) <-chan int {
	ch := make(chan int)
	go func() { Walk(t, ch, quit); close(ch) }()
	return ch
}

func Same(a, b *Tree) bool {
	quit := make(chan bool)
	defer close(quit)
	ca, cb := walker(a, quit), walker(b, quit)
	for {
		va, oka := <-ca
		vb, okb := <-cb
		switch {
		case oka != okb || va != vb:
			return false
		case !oka:
			return true
		}
	}
}

func main() {
	o1 := []int{5, 3, 8, 1, 4, 7, 9, 2, 6}
	o2 := []int{1, 2, 3, 4, 5, 6, 7, 8, 9}
	fmt.Println(Same(New(1, o1), New(1, o2)), Same(New(1, o1), New(2, o2)), Same(New(1, o1), New(1, o2[:8])), Same(nil, nil), Same(nil, New(1, o2)))
	for v := range walker(New(3, o1), nil) {
		fmt.Print(v, " ")
	}
	fmt.Println()
}

// Output:
// true false false true false
// 3 6 9 12 15 18 21 24 27
