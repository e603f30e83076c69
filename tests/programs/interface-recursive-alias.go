// A type declared as another type's interface, and used before it: both mention themselves.
package main

import "fmt"

type holder struct{ first list }

type list node

type node interface {
	next() node
	value() int
}

type visitor interface {
	visit(visitor) list
}

type count int

func (c count) next() node           { return c + 1 }
func (c count) value() int           { return int(c) }
func (c count) visit(v visitor) list { return c }

func main() {
	var h holder
	h.first = count(3)
	var n node = h.first
	fmt.Println(n.next().value(), h.first.next().next().value())
	var v visitor = count(7)
	fmt.Println(v.visit(v).value(), v.visit(v).next() == node(count(8)))
	fmt.Printf("%T %T\n", h, &h.first)
}

// Output:
// 4 5
// 7 true
// main.holder *main.list
