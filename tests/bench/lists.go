// Class: allocation
package main

import "fmt"

type node struct {
	value int
	next  *node
}

func main() {
	sum := 0
	for round := 0; round < 60; round++ {
		var list *node
		for i := 0; i < 300000; i++ {
			list = &node{i, list}
		}
		var reversed *node
		for list != nil {
			list, list.next, reversed = list.next, reversed, list
		}
		for ; reversed != nil; reversed = reversed.next {
			sum += reversed.value & 3
		}
	}
	fmt.Println(sum)
}
