// Which of two failing operations of one expression panics is open: operands that may fail stand in statements of
// their own. Calls among them are made from left to right all the same.
package main

import "fmt"

var order []string

func n(name string, x int) int {
	order = append(order, name)
	return x
}

func try(what string, f func() int) {
	defer func() {
		r := recover()
		fmt.Println(what, order, r != nil)
		order = nil
	}()
	f()
}

func main() {
	s, empty := []int{1, 2, 3}, []int{}
	zero := 0
	try("index", func() int { return s[n("a", 1)] + s[n("b", 2)]*s[n("c", 0)] })
	try("out of range", func() int { return s[n("a", 7)] + n("b", 2) })
	try("both", func() int { return empty[n("a", 2)] / (empty[n("b", -1)] | n("c", 1)) })
	try("divide", func() int { return n("a", 1)/zero + n("b", 2) })
}

// Output:
// index [a b c] false
// out of range [a b] true
// both [a b c] true
// divide [a b] true
