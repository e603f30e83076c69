// SPDX-License-Identifier: MIT

// The Tour of Go's packages: two trees with the same values.
package main

import (
	"fmt"
	"strings"

	"golang.org/x/tour/reader"
	"golang.org/x/tour/tree"
	"golang.org/x/tour/wc"
)

func walk(t *tree.Tree, ch chan int) {
	defer close(ch)
	var down func(t *tree.Tree)
	down = func(t *tree.Tree) {
		if t != nil {
			down(t.Left)
			ch <- t.Value
			down(t.Right)
		}
	}
	down(t)
}

func same(a, b *tree.Tree) bool {
	x, y := make(chan int), make(chan int)
	go walk(a, x)
	go walk(b, y)
	for {
		v, ok := <-x
		w, ok2 := <-y
		if v != w || ok != ok2 {
			return false
		}
		if !ok {
			return true
		}
	}
}

type as struct{}

func (as) Read(b []byte) (int, error) {
	for i := range b {
		b[i] = 'A'
	}
	return len(b), nil
}

func main() {
	fmt.Println(same(tree.New(1), tree.New(1)))
	t := tree.New(2).String()
	fmt.Println(strings.Count(t, "("), strings.Contains(t, "20"))
	reader.Validate(as{})
	wc.Test(func(s string) map[string]int {
		m := map[string]int{}
		for _, w := range strings.Fields(s) {
			m[w]++
		}
		return m
	})
}

// Differs: Go has no such packages of its own
// Output:
// true
// 10 true
// OK!
// PASS
//  f("I am learning Go!") =
//   map[string]int{"Go!":1, "I":1, "am":1, "learning":1}
// PASS
//  f("The quick brown fox jumped over the lazy dog.") =
//   map[string]int{"The":1, "brown":1, "dog.":1, "fox":1, "jumped":1, "lazy":1, "over":1, "quick":1, "the":1}
// PASS
//  f("I ate a donut. Then I ate another donut.") =
//   map[string]int{"I":2, "Then":1, "a":1, "another":1, "ate":2, "donut.":2}
// PASS
//  f("A man a plan a canal panama.") =
//   map[string]int{"A":1, "a":2, "canal":1, "man":1, "panama.":1, "plan":1}
