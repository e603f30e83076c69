// Finalizers run once for each object that nothing leads to, outermost first; cleared ones do not.
package main

import (
	"fmt"
	"runtime"
	"time"
)

type node struct {
	name string
	next *node
}

var log = make(chan string, 100)

func (n *node) finalize() { log <- n.name }

func chain() {
	c := &node{"c", nil}
	b := &node{"b", c}
	a := &node{"a", b}
	for _, n := range []*node{a, b, c} {
		runtime.SetFinalizer(n, (*node).finalize)
	}
}

func cleared() {
	n := &node{"cleared", nil}
	runtime.SetFinalizer(n, (*node).finalize)
	runtime.SetFinalizer(n, nil)
}

var revived *node

func revive() {
	n := &node{"revived", nil}
	runtime.SetFinalizer(n, func(n *node) error {
		revived = n
		log <- "finalizer of " + n.name
		return nil
	})
}

func next() string {
	for i := 0; i < 1000; i++ {
		select {
		case s := <-log:
			return s
		case <-time.After(time.Millisecond):
			runtime.GC()
		}
	}
	return "nothing"
}

func main() {
	kept := &node{"kept", nil}
	runtime.SetFinalizer(kept, (*node).finalize)
	chain()
	fmt.Println(next(), next(), next())
	cleared()
	revive()
	fmt.Println(next(), revived.name)
	for i := 0; i < 3; i++ {
		runtime.GC()
	}
	select {
	case s := <-log:
		fmt.Println("unexpected:", s)
	default:
		fmt.Println(kept.name)
	}
}

// Output:
// a b c
// finalizer of revived revived
// kept
